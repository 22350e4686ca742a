#!/bin/sh
# Links with the shared library that pkg-config finds.
set -eu
here=$(dirname "$0")
${CC:-cc} $(pkg-config --cflags ogp) "$here/../demo.c" -o "${1:-demo}" $(pkg-config --libs ogp)
