"""Making and restarting a service, by Holdfast and by the bare calls to the engine, in turn.

Both end when Isso answers GET /info: the bare calls ask every few milliseconds, Holdfast's
answer comes when its operation has ended.
"""

import copy
import http.client
import io
import tarfile
import time

from docker import Docker
from holdfast import Holdfast
from table import Table, median, spread

PORT = 28_500
AIM_SHARE, AIM_MILLISECONDS = 0.10, 50


def measure(server: Holdfast, table: Table, is_quick: bool) -> None:
    pairs = 2 if is_quick else 12
    service = server.customer.operate("/subscriptions", {"service": "isso", "variant": "Free"})
    bare = Bare(server.docker, own_container(server, service))
    own = f"/subscriptions/{service['subscriptionId']}"

    def make() -> None:
        server.customer.operate("/subscriptions", {"service": "isso", "variant": "Free"})

    def rest() -> None:
        """Leaves the processor to the next."""
        for item in server.customer.ask("GET", "/subscriptions?limit=1")["items"]:
            server.customer.operate(f"/subscriptions/{item['id']}/stop")

    report(table, "create to RUNNING, ms", in_turn(pairs, bare.make, bare.remove, make, rest))
    bare.make()
    restart = lambda: server.customer.operate(f"{own}/restart-pod")
    report(
        table, "restart to RUNNING, ms",
        in_turn(pairs, bare.restart, lambda: None, restart, lambda: None))
    bare.remove()
    server.customer.operate(f"{own}/stop")


def own_container(server: Holdfast, service: dict) -> dict:
    name = server.customer.ask("GET", f"/subscriptions/{service['subscriptionId']}")
    claim = name["instance"]["volumeClaimName"]
    for summary in server.docker.containers(f"holdfast.install={server.install}"):
        if any(mount.get("Name") == claim for mount in summary["Mounts"]):
            return server.docker.ask("GET", f"/containers/{summary['Id']}/json")
    raise RuntimeError("Holdfast's container is not found.")


class Bare:
    """The calls that a person who knows the engine well would make, for the same container."""

    def __init__(self, docker: Docker, model: dict) -> None:
        self.docker = docker
        self.name = "holdfast-bench-bare"
        self.body = copy.deepcopy(model["Config"])
        self.body["Labels"] = {}
        self.body.pop("Hostname", None)
        host = copy.deepcopy(model["HostConfig"])
        port = {"HostIp": "127.0.0.1", "HostPort": str(PORT)}
        host["PortBindings"] = {key: [port] for key in host["PortBindings"]}
        host["Mounts"][0]["Source"] = self.name
        self.body["HostConfig"] = host

    def make(self) -> None:
        self.docker.ask("POST", "/volumes/create", {"Name": self.name})
        self.docker.ask("POST", f"/containers/create?name={self.name}", self.body)
        # Without this Isso, which is not root, could not write into its volume.
        self.docker.ask(
            "PUT", f"/containers/{self.name}/archive?path=/", owned_folder("data"),
            "application/x-tar")
        self.docker.ask("POST", f"/containers/{self.name}/start")
        wait_for_isso()

    def restart(self) -> None:
        self.docker.ask("POST", f"/containers/{self.name}/restart?t=10")
        wait_for_isso()

    def remove(self) -> None:
        self.docker.remove(self.name)
        self.docker.ask("DELETE", f"/volumes/{self.name}")


def owned_folder(name: str) -> bytes:
    archive = io.BytesIO()
    with tarfile.open(fileobj=archive, mode="w") as tar:
        entry = tarfile.TarInfo(name)
        entry.type, entry.mode, entry.uid, entry.gid = tarfile.DIRTYPE, 0o755, 1000, 1000
        tar.addfile(entry)
    return archive.getvalue()


def wait_for_isso() -> None:
    while True:
        try:
            connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=5)
            connection.request("GET", "/info")
            if connection.getresponse().status == 200:
                return
        except (OSError, http.client.HTTPException):
            pass
        finally:
            connection.close()
        time.sleep(0.005)


def in_turn(pairs, bare, after_bare, own, after_own) -> list[tuple[float, float]]:
    """Milliseconds, bare and own; who is first changes with each pair. One pair warms up."""
    taken = []
    for number in range(pairs + 1):
        both = {}
        turns = [("bare", bare, after_bare), ("own", own, after_own)]
        for name, act, after in turns if number % 2 == 0 else reversed(turns):
            start = time.monotonic()
            act()
            both[name] = 1000 * (time.monotonic() - start)
            after()
        taken.append((both["bare"], both["own"]))
    return taken[1:]


def report(table: Table, what: str, taken: list[tuple[float, float]]) -> None:
    bare, own = [a for a, _ in taken], [b for _, b in taken]
    more = median([b - a for a, b in taken])
    share = more / median(bare)
    table.add(
        what, spread(own), f"bare calls {spread(bare)}", f"{more:+.0f} ms, {share:+.0%}",
        f"≤ {AIM_SHARE:.0%} or {AIM_MILLISECONDS} ms",
        share <= AIM_SHARE or more <= AIM_MILLISECONDS)
