"""Services in a Kubernetes cluster: a real API server and etcd, without nodes and controllers.

What these would do is played only where services are to run; where services are made, nothing
beside Holdfast, or the bare client, asks the API server.
"""

import contextlib
import http.client
import json
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
import time

import control_plane
from control_plane import ControlPlane
from memory import in_memory
from table import Table, median, spread

# As many services as Holdfast works on at once.
AT_ONCE = 32
# How many services a customer has.
EACH = 50
AIM_PROVISION, AIM_REPORT, AIM_MEMORY = 0.90, 0.2, 1024
KINDS = "statefulsets,pods,persistentvolumeclaims,persistentvolumes"
ADMIN_PASSWORD = "correct horse battery staple"


def measure(table: Table, is_quick: bool) -> None:
    if not control_plane.is_there():
        print(
            "bench: cluster is skipped: there is no kube-apiserver with its etcd in "
            f"{control_plane.PROGRAMS}, or no kubectl", file=sys.stderr)
        return
    remember(table, 500 if is_quick else 10_000)
    with ControlPlane() as plane:
        provision(table, plane, *((40, 2) if is_quick else (500, 5)))
    count = int(os.environ.get("HOLDFAST_BENCH_INSTANCES", 200 if is_quick else 10_000))
    with ControlPlane() as plane, tempfile.TemporaryDirectory(prefix="holdfast-bench-") as folder:
        look_after(table, plane, f"{folder}/data", count, 10 if is_quick else 180)


def remember(table: Table, count: int) -> None:
    found = in_memory("memory", "--services", str(count))
    each = found["looked"] / found["objects"]
    table.add(
        f"{count:,} services in a cluster, kept in mind, bytes an object", f"{each:,.0f}", "",
        aim=f"≤ {AIM_MEMORY:,}", is_met=each <= AIM_MEMORY)


def say(text: str) -> None:
    print(f"bench: {text}", file=sys.stderr)


def provision(table: Table, plane: ControlPlane, count: int, rounds: int) -> None:
    with tempfile.TemporaryDirectory(prefix="holdfast-bench-") as folder:
        recorded = record(plane, folder)
        taken = []
        # One round warms all up; who is first changes with each.
        for number in range(rounds + 1):
            turns = {
                "own": lambda: provision_by_holdfast(plane, f"{folder}/data-{number}", count),
                "bare": lambda: tool(plane, "replay", recorded, count, EACH, AT_ONCE),
                "writes": lambda: tool(plane, "replay-writes", recorded, count, EACH, AT_ONCE),
            }
            names = sorted(turns, reverse=number % 2 == 1)
            taken.append({name: count / turns[name]() for name in names})
            say(f"round {number}, 1/s: {taken[-1]}")
    rates = {name: [one[name] for one in taken[1:]] for name in taken[0]}
    what = f"{count:,} services made in a cluster, 1/s"
    share = median([mine / others for mine, others in zip(rates["own"], rates["bare"])])
    table.add(
        what, spread(rates["own"]), f"bare client, the same requests {spread(rates['bare'])}",
        f"{share:.2f}×", f"≥ {AIM_PROVISION:.2f}", share >= AIM_PROVISION)
    share = median([mine / others for mine, others in zip(rates["own"], rates["writes"])])
    table.add(
        what, spread(rates["own"]), f"bare client, only those that write {spread(rates['writes'])}",
        f"{share:.2f}×")


def record(plane: ControlPlane, folder: str) -> str:
    """Writes down what Holdfast sends for one service."""
    path = f"{folder}/recording"
    proxy = subprocess.Popen(
        [os.environ["BENCH_CLUSTER"], "record", plane.url, plane.token, path],
        stdout=subprocess.PIPE, text=True)
    try:
        address = proxy.stdout.readline().strip()
        with Holdfast(plane, f"{folder}/recorded", plane.kubeconfig(f"http://{address}")) as server:
            server.provision(1)
    finally:
        proxy.kill()
        proxy.wait()
        proxy.stdout.close()
    return path


def provision_by_holdfast(plane: ControlPlane, data: str, count: int) -> float:
    with Holdfast(plane, data) as server:
        return server.provision(count, customers=max(1, count // EACH))


def tool(plane: ControlPlane, command: str, *arguments: object) -> float:
    """Seconds."""
    program = [os.environ["BENCH_CLUSTER"], command, plane.url, plane.token, *map(str, arguments)]
    said = subprocess.run(program, check=True, stdout=subprocess.PIPE, text=True).stdout
    return json.loads(said)["seconds"]


def look_after(table: Table, plane: ControlPlane, data: str, count: int, seconds: int) -> None:
    what = f"{count:,} services in a cluster"
    with Holdfast(plane, data) as server:
        populate(plane, server, count)
        say("waiting until all is at rest")
        server.settle(count)
    changed = make_unready(plane, data)
    with Holdfast(plane, data) as server:
        first = server.until_seen(changed)
        table.add(f"{what}, from the start to the end of the first look, s", f"{first:.1f}", "")
        say(f"a whole look took {first:.0f} s; waiting until nothing is written any more")
        make_ready(plane, changed)
        server.settle(count)
        rest(table, what, plane, server, seconds)
        report(table, what, plane, server)


def populate(plane: ControlPlane, server: "Holdfast", count: int) -> None:
    player = subprocess.Popen(
        [os.environ["BENCH_CLUSTER"], "play", plane.url, plane.token, server.install, str(count),
         "16"], stdout=subprocess.PIPE)
    say(f"{count} services are made")
    taken = server.provision(count, customers=max(1, count // EACH))
    say(f"{count} services were made in {taken:.0f} s")
    if player.wait() != 0:
        raise RuntimeError("the played nodes have failed")
    player.stdout.close()


def rest(table: Table, what: str, plane: ControlPlane, server: "Holdfast", seconds: int) -> None:
    # What the last change has brought is over.
    quiet = plane.writes()
    while True:
        time.sleep(35)
        if quiet == (quiet := plane.writes()):
            break
    before, start = server.processor_seconds(), time.monotonic()
    time.sleep(seconds)
    share = (server.processor_seconds() - before) / (time.monotonic() - start)
    written = plane.writes() - quiet
    table.add(f"{what}, MB", f"{server.megabytes():.0f}", "")
    table.add(f"{what}, at rest, % of a core", f"{100 * share:.1f}", "")
    table.add(
        f"{what}, at rest for {seconds} s, requests that write", f"{written}", "", aim="0",
        is_met=written == 0)


def report(table: Table, what: str, plane: ControlPlane, server: "Holdfast") -> None:
    own, whole, others = [], [], []
    for _ in range(6):
        own.append(timed(lambda: server.admin("GET", "/admin/pods/debug?limit=200")))
        others.append(timed(lambda: kubectl(plane)))
        whole.append(timed(server.whole_report))
    for name, taken in {"a page of the debug report": own, "all its pages": whole}.items():
        share = median(taken[1:]) / median(others[1:])
        table.add(
            f"{what}, {name}, ms", spread(taken[1:]), f"kubectl get -o json {spread(others[1:])}",
            f"{share:.2f}×", f"≤ {AIM_REPORT}", share <= AIM_REPORT)


def timed(act) -> float:
    """Milliseconds."""
    start = time.monotonic()
    act()
    return 1000 * (time.monotonic() - start)


def kubectl(plane: ControlPlane) -> None:
    subprocess.run(
        [control_plane.KUBECTL, "--kubeconfig", plane.kubeconfig(), "get", KINDS, "--all-namespaces",
         "--output", "json"], check=True, stdout=subprocess.DEVNULL)


def pods(namespace: str, name: str) -> str:
    return f"/api/v1/namespaces/{namespace}/pods/{name}-0"


def set_ready(plane: ControlPlane, service: tuple[str, str], is_ready: bool) -> None:
    """As a node does it whose probe says so."""
    path = pods(*service)
    status = json.loads(plane.ask("GET", path))["status"]
    for container in status["containerStatuses"]:
        container["ready"] = is_ready
    started = "2020-01-01T00:00:00Z"
    status["containerStatuses"][0]["state"]["running"]["startedAt"] = started
    plane.ask("PATCH", f"{path}/status", {"status": status}, "application/merge-patch+json")


def make_unready(plane: ControlPlane, data: str) -> list[tuple[str, str]]:
    """A few services all over the list, the last among them; while nobody looks."""
    found = rows(data, "SELECT name, customer_id FROM instances ORDER BY id")
    install = rows(data, "SELECT value FROM meta WHERE key = 'install'")[0][0]
    few = found[:: max(1, len(found) // 20)] + found[-1:]
    services = [(f"hf-{install}-{customer}", name) for name, customer in few]
    for service in services:
        set_ready(plane, service, False)
    return services


def make_ready(plane: ControlPlane, services: list[tuple[str, str]]) -> None:
    for service in services:
        set_ready(plane, service, True)


def rows(data: str, query: str) -> list[tuple]:
    with contextlib.closing(
        sqlite3.connect(f"file:{data}/holdfast.db?mode=ro", uri=True, timeout=30)
    ) as database:
        return database.execute(query).fetchall()


class Holdfast:
    """`holdfast serve` in a cluster, and its admin."""

    def __init__(self, plane: ControlPlane, data: str, kubeconfig: str | None = None) -> None:
        self.plane, self.data = plane, data
        self.kubeconfig = kubeconfig or plane.kubeconfig()

    def __enter__(self) -> "Holdfast":
        self.log = tempfile.TemporaryFile("w+")
        self.start = time.monotonic()
        self.process = subprocess.Popen(
            [os.environ["BENCH_HOLDFAST"], "serve", "--engine", "kubernetes",
             "--kubeconfig", self.kubeconfig, "--kube-domain", "bench.example",
             "--data", self.data, "--catalog", "catalog", "--listen", "127.0.0.1:0",
             # Where services have names, nothing listens on their ports, and each has one.
             "--service-ports", "10000-65535", "--deadline", "5h"],
            stdout=subprocess.PIPE, stderr=self.log, text=True)
        for line in self.process.stdout:
            if found := re.search(r"listens on http://127.0.0.1:(\d+)", line):
                self.port = int(found[1])
                self.log_in()
                return self
        self.log.seek(0)
        raise RuntimeError(f"Holdfast did not start: {self.log.read()}")

    def __exit__(self, *_) -> None:
        self.process.terminate()
        self.process.wait(60)
        self.process.stdout.close()
        self.log.close()

    @property
    def install(self) -> str:
        return rows(self.data, "SELECT value FROM meta WHERE key = 'install'")[0][0]

    def log_in(self) -> None:
        """With a token that lasts; the first admin's password must be changed before."""
        path = f"{self.data}/bench-token"
        if os.path.exists(path):
            with open(path) as file:
                self.token = file.read()
            return
        with open(f"{self.data}/admin-password") as file:
            first = file.read().strip()
        self.token = self.login(first)
        self.admin(
            "PUT", "/me/password", {"currentPassword": first, "newPassword": ADMIN_PASSWORD})
        self.token = self.login(ADMIN_PASSWORD)
        self.token = self.admin("POST", "/me/tokens", {"name": "bench", "scope": "admin"})["secret"]
        with open(path, "w") as file:
            file.write(self.token)

    def login(self, password: str) -> str:
        self.token = None
        body = {"email": "admin@localhost", "password": password}
        return self.admin("POST", "/auth/login", body)["accessToken"]

    def admin(self, method: str, path: str, body: object = None):
        headers = {"Content-Type": "application/json"}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=600)
        connection.request(
            method, f"/api/v1{path}", None if body is None else json.dumps(body), headers)
        response = connection.getresponse()
        text = response.read()
        connection.close()
        if response.status >= 400:
            raise RuntimeError(f"{method} {path}: {response.status} {text.decode()}")
        return json.loads(text) if text else None

    def provision(self, count: int, customers: int = 1) -> float:
        """Seconds until so many services have all their objects."""
        made = [self.make_customer(number) for number in range(customers)]
        return tool(
            self.plane, "provision", self.install, f"http://127.0.0.1:{self.port}", self.token,
            count, AT_ONCE, *made)

    def make_customer(self, number: int) -> str:
        body = {
            "email": f"customer-{number}@bench.example", "name": f"Customer {number}",
            "role": "customer",
        }
        return self.admin("POST", "/admin/users", body)["user"]["id"]

    def settle(self, count: int) -> None:
        """Waits until so many services run, and nothing is under way."""
        while True:
            running = rows(
                self.data, "SELECT count(*) FROM instance_status WHERE phase = 'running'")[0][0]
            open_ones = rows(
                self.data, "SELECT count(*) FROM operations WHERE ended_at IS NULL")[0][0]
            if running == count and open_ones == 0:
                return
            time.sleep(0.5)

    def until_seen(self, changed: list[tuple[str, str]]) -> float:
        """Seconds from the start until each of them is seen not to run."""
        names = ", ".join(f"'{name}'" for _, name in changed)
        query = (
            "SELECT count(*) FROM instance_status JOIN instances ON id = instance_id "
            f"WHERE phase <> 'running' AND name IN ({names})")
        while rows(self.data, query)[0][0] < len(changed):
            time.sleep(0.02)
        return time.monotonic() - self.start

    def whole_report(self) -> None:
        after = ""
        while True:
            page = self.admin("GET", f"/admin/pods/debug?limit=200{after}")
            if not page.get("next"):
                return
            after = f"&after={page['next']}"

    def processor_seconds(self) -> float:
        with open(f"/proc/{self.process.pid}/stat") as file:
            fields = file.read().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def megabytes(self) -> float:
        with open(f"/proc/{self.process.pid}/status") as file:
            return int(re.search(r"VmRSS:\s+(\d+) kB", file.read())[1]) / 1024
