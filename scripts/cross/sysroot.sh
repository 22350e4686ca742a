#!/bin/sh
# SPDX-License-Identifier: MIT
# Unpacks what libogp needs of Debian for another machine: sysroot.sh ARCHITECTURE FOLDER. Nothing of the system is
# changed: apt works with a state of its own in FOLDER, and what it brings is in FOLDER/root.
set -eu
cd "$(dirname "$0")/../.."
. scripts/lib.sh

arch=$1
[ ! -f "$2/ready" ] || exit 0
mkdir -p "$2/state/lists/partial" "$2/archives/partial" "$2/root"
folder=$(cd "$2" && pwd)
: >"$folder/status"
apt()
{
    apt-get -q -y -o Dir::State="$folder/state" -o Dir::State::status="$folder/status" -o Dir::Cache="$folder" -o APT::Sandbox::User=root \
        -o APT::Architecture="$arch" -o APT::Architectures::="$arch" -o Acquire::Languages=none "$@" >>"$folder/log" 2>&1
}

# A list that is not for this machine, or out of order for the moment, does no harm.
apt update || say "not every list of packages could be read"
# shellcheck disable=SC2046
apt install --download-only --no-install-recommends $(packages sysroot) || { tail -5 "$folder/log" >&2; exit 1; }
for package in "$folder"/archives/*.deb; do
    dpkg -x "$package" "$folder/root"
done
rm -r "$folder/archives" "$folder/state"
touch "$folder/ready"
