#!/bin/sh
# Debian's Mono, as little of it as MonoCheck needs: the runtime, its HTTP client, and of the development files only the
# facade that leads from .NET Standard to them. As root.
set -e
apt-get install -y --no-install-recommends mono-runtime libmono-system-net-http4.0-cil
cd "$(mktemp -d)"
apt-get download mono-devel
dpkg-deb --fsys-tarfile mono-devel_*.deb | tar -x -C / ./usr/lib/mono/4.5/Facades/netstandard.dll
