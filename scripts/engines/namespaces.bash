# shellcheck shell=bash
# shellcheck disable=SC2317,SC2154  # traps call functions; whoever sources this sets variables
#
# Runs an engine for one command, in process, mount and network namespaces of their own: the
# network has nothing but loopback, so neither the host's network nor its containers are touched,
# and everything goes when the command ends.
#
# Whoever sources this sets `self` (its name, for what it says) and `script` (its path), and
# defines `start_engine FOLDER`, which starts the engine in the background, puts its process into
# `daemon` and its words into FOLDER/engine.log, and exports DOCKER_HOST; and `answers`, which
# tells whether an engine answers there.
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin

say() { printf '%s: %s\n' "$self" "$*" >&2; }

# require WHERE COMMAND…: ends where a command is missing, and says WHERE it is to be found.
require() {
    local tool where=$1 missing=()
    shift
    for tool in "$@" ip unshare setpriv flock curl; do
        command -v "$tool" >/dev/null || missing+=("$tool")
    done
    if ((${#missing[@]})); then
        say "to start an engine, ${missing[*]} is missing: $where"
        exit 125
    fi
    if ((EUID != 0)); then
        say "starting an engine needs root."
        exit 125
    fi
}

# --- inside: process 1 of the namespaces ----------------------------------------------------

wait_for_engine() {
    local tries=300
    until answers "$DOCKER_HOST"; do
        if ! kill -0 "$daemon" 2>/dev/null || ((--tries == 0)); then
            say "the engine did not start. Its last words:"
            tail -n 20 "$1/engine.log" >&2
            exit 125
        fi
        sleep 0.1
    done
}

inside() {
    local folder=$1 code=0
    shift
    # Read while /proc is still the host's: the number by which the outside can signal us.
    read -r outer_pid _ </proc/self/stat
    echo "$outer_pid" >"$folder/init.pid"
    unset DOCKER_HOST DOCKER_TLS_VERIFY DOCKER_CERT_PATH DOCKER_CONTEXT
    # Shims, sockets and locks are at fixed places below /run.
    mount -t tmpfs tmpfs /run
    mount -t proc proc /proc
    ip link set lo up
    start_engine "$folder"
    wait_for_engine "$folder"
    say "started an engine for this command, at $DOCKER_HOST"
    # A shell without job control starts what is in the background deaf to interrupts.
    env --default-signal=INT,QUIT "$@" <&0 &
    command=$!
    trap 'kill -TERM "$command" 2>/dev/null || true' TERM
    # An interrupted wait answers above 128 while the command still runs.
    while wait "$command" || code=$?; kill -0 "$command" 2>/dev/null; do code=0; done
    # With process 1, the kernel ends all the others: daemon, shims and containers.
    exit "$code"
}

# --- outside --------------------------------------------------------------------------------

# Removes the control groups of a run, by the name of its folder and of its containers.
remove_groups() {
    local id names=("$(basename "$1")")
    for id in "$1"/storage/overlay-containers/*/; do
        [[ -d $id ]] && names+=("libpod-$(basename "$id")" "libpod-conmon-$(basename "$id")")
    done
    local name left
    # A group can be removed once the kernel has buried its last process.
    for _ in {1..50}; do
        left=
        for name in "${names[@]}"; do
            find /sys/fs/cgroup -depth -type d -path "*/$name*" \
                -exec rmdir {} + 2>/dev/null || true
            left+=$(find /sys/fs/cgroup -type d -name "$name" -print -quit)
        done
        [[ -z $left ]] && break
        sleep 0.1
    done
    # Podman's own, where no other Podman has a container in them.
    rmdir /sys/fs/cgroup/*/libpod_parent/conmon /sys/fs/cgroup/*/libpod_parent \
        2>/dev/null || true
}

tidy() {
    trap '' INT TERM HUP
    if [[ -n ${namespace:-} ]]; then
        # unshare takes process 1 with it, and that takes all the rest.
        kill -KILL "$namespace" 2>/dev/null || true
        wait "$namespace" 2>/dev/null || true
    fi
    remove_groups "$folder"
    rm -rf "$folder"
    if [[ -n ${made:-} ]]; then rmdir "$made" 2>/dev/null || true; fi
}

# Folders of runs that were killed too hard to tidy up: nobody holds their lock any more.
sweep() {
    local old
    for old in "${TMPDIR:-/tmp}/holdfast-$self".*; do
        [[ -f $old/lock ]] || continue
        if (flock --nonblock 9) 9<"$old/lock"; then
            remove_groups "$old"
            rm -rf "$old"
        fi
    done
}

stop_inside() {
    trap '' INT TERM HUP
    if [[ -f $folder/init.pid ]]; then
        kill -TERM "$(<"$folder/init.pid")" 2>/dev/null || true
        timeout 30 tail --pid="$namespace" -f /dev/null || true
    fi
    exit "$1"
}

# own_engine MOUNTPOINT COMMAND [ARGUMENT…]: the folder MOUNTPOINT is there for the engine to
# mount something on, and is taken away again if it was not there before.
own_engine() {
    local code=0 mountpoint=$1
    shift
    sweep
    folder=$(mktemp -d "${TMPDIR:-/tmp}/holdfast-$self.XXXXXX")
    trap tidy EXIT
    exec 9>"$folder/lock"
    flock 9
    chmod 711 "$folder"
    if [[ ! -d $mountpoint ]]; then
        mkdir -p "$mountpoint"
        made=$mountpoint
    fi
    # Should this script be killed, the kernel kills the namespaces too.
    setpriv --pdeathsig KILL unshare --net --mount --pid --fork --kill-child \
        "$BASH" "$script" --inside "$folder" "$@" <&0 9>&- &
    namespace=$!
    trap 'stop_inside 130' INT
    trap 'stop_inside 143' TERM
    trap 'stop_inside 129' HUP
    wait "$namespace" || code=$?
    namespace=
    exit "$code"
}
