#!/bin/sh
# Installs the parts of Debian's Mono that MonoCheck requires: the runtime, its HTTP client, and from the development files only
# the facade of .NET Standard. Run as root.
set -e
apt-get install -y --no-install-recommends mono-runtime libmono-system-net-http4.0-cil
cd "$(mktemp -d)"
apt-get download mono-devel
dpkg-deb --fsys-tarfile mono-devel_*.deb | tar -x -C / ./usr/lib/mono/4.5/Facades/netstandard.dll
