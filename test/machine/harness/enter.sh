#!/bin/sh
# Runs a command on a machine of its own: the first process of new mount and PID namespaces (unshare(1)), in which
# /etc, /var/lib, /run and /dev are private copies on tmpfs. Everything here ends with the namespaces; only the
# kernel's pool is shared with the world outside, and supervise.ts puts that back.
#
# usage: enter.sh TREE NODE COMMAND [ARGUMENT...]
#   TREE, NODE  the checkout and the Node binary, made reachable for other users below /run/private-machine
set -eu

tree=$1
node=$2
shift 2

umask 022
# Huge pages mounted outside would still be listed in /proc/self/mountinfo, below the private /dev.
umount --all --types hugetlbfs

stage=$(mktemp -d)
mount --no-mtab -t tmpfs -o mode=755 tmpfs "$stage"
mkdir "$stage/etc" "$stage/lib" "$stage/run" "$stage/dev"

cp -a /etc/. "$stage/etc"

mkdir "$stage/lib/hugepages-guide"
for kept in dbus polkit-1; do
  if [ -d "/var/lib/$kept" ]; then cp -a "/var/lib/$kept" "$stage/lib"; fi
done

mkdir -p "$stage/run/lock" "$stage/run/user" "$stage/run/dbus" "$stage/run/private-machine/tree"
mkdir -p "$stage/run/private-machine/home/root"
mkdir -m 1777 "$stage/run/private-machine/tmp"
cp -a "$stage/etc" "$stage/run/private-machine/pristine-etc"
: >"$stage/run/private-machine/node"
mount --no-mtab --bind "$tree" "$stage/run/private-machine/tree"
mount --no-mtab --bind "$node" "$stage/run/private-machine/node"

for device in null zero full random urandom tty kvm net; do
  if [ -e "/dev/$device" ]; then cp -a "/dev/$device" "$stage/dev"; fi
done
mkdir "$stage/dev/pts" "$stage/dev/shm"
ln -s pts/ptmx "$stage/dev/ptmx"
ln -s /proc/self/fd "$stage/dev/fd"
ln -s /proc/self/fd/0 "$stage/dev/stdin"
ln -s /proc/self/fd/1 "$stage/dev/stdout"
ln -s /proc/self/fd/2 "$stage/dev/stderr"
mount --no-mtab -t devpts -o newinstance,ptmxmode=0666,mode=620 devpts "$stage/dev/pts"
mount --no-mtab -t tmpfs -o mode=1777 tmpfs "$stage/dev/shm"

# The real folders, read-only, for the tests that prove nothing of this reaches them.
for folder in etc dev; do
  mkdir -p "$stage/run/private-machine/outside/$folder"
  mount --no-mtab --bind "/$folder" "$stage/run/private-machine/outside/$folder"
  mount --no-mtab -o remount,bind,ro "$stage/run/private-machine/outside/$folder"
done

# What the helpers look for before they touch anything.
readlink /proc/self/ns/mnt >"$stage/run/private-machine/namespace"

mount --no-mtab --rbind "$stage/etc" /etc
mount --no-mtab --rbind "$stage/lib" /var/lib
mount --no-mtab --rbind "$stage/run" /run
mount --no-mtab --rbind "$stage/dev" /dev
umount --lazy --recursive "$stage"
rmdir "$stage"

export HOME=/run/private-machine/home/root TMPDIR=/run/private-machine/tmp
export PATH="$PATH:/usr/local/sbin:/usr/sbin:/sbin"
unset XDG_CONFIG_HOME XDG_CACHE_HOME XDG_DATA_HOME XDG_STATE_HOME XDG_RUNTIME_DIR DBUS_SESSION_BUS_ADDRESS

# Not exec: as first process of the PID namespace this shell also collects the processes whose parents are gone.
code=0
"$@" || code=$?
exit "$code"
