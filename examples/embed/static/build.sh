#!/bin/sh
# Puts libogp itself into the program; what libogp needs comes from Requires.private and Libs.private of ogp.pc.
set -eu
here=$(dirname "$0")
${CC:-cc} $(pkg-config --cflags ogp) "$here/../demo.c" -o "${1:-demo}" \
    "$(pkg-config --variable=libdir ogp)/libogp.a" $(pkg-config --static --libs ogp | sed 's/-logp//')
