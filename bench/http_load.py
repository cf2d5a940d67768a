"""Answers a second and their 99th percentile, by wrk, of Holdfast and of its twins.

Each twin has a copy of Holdfast's database and checks the same tokens. Before anything is
measured, all three must give the same answers.
"""

import json
import os
import signal
import sqlite3
import subprocess
import time
import urllib.error
import urllib.request

from holdfast import Holdfast
from table import Table, median

CONNECTIONS = 32
BODY = {"name": "bench", "scope": "operate"}


def measure(server: Holdfast, table: Table, folder: str, is_quick: bool) -> None:
    operation = server.customer.operate("/subscriptions", {"service": "isso", "variant": "Free"})
    one = f"/api/v1/subscriptions/{operation['subscriptionId']}"
    routes = {
        "GET one's account": ("GET", "/api/v1/me"),
        "GET a subscription": ("GET", one),
        "POST a token": ("POST", "/api/v1/me/tokens"),
    }
    ports = {"Holdfast": server.port, "FastAPI": 28_501, "Go": 28_502}
    twins = [
        fastapi(copy_database(server, folder, "fastapi"), ports["FastAPI"]),
        go(copy_database(server, folder, "go"), ports["Go"]),
    ]
    try:
        compare(server, ports, routes)
        figures = rounds(server, ports, routes, is_quick)
        sizes = {"Holdfast": rss(server.process.pid)}
        sizes |= {name: rss(twin.pid) for name, twin in zip(("FastAPI", "Go"), twins)}
    finally:
        for twin in twins:
            twin.send_signal(signal.SIGTERM)
            twin.wait(30)
    server.customer.operate(f"/subscriptions/{operation['subscriptionId']}/stop")
    report(table, routes, figures)
    table.add(
        "memory after that, MB", f"{sizes['Holdfast']:.0f}",
        f"FastAPI {sizes['FastAPI']:.0f}, Go {sizes['Go']:.0f}")


def copy_database(server: Holdfast, folder: str, name: str) -> str:
    path = f"{folder}/{name}.db"
    source = sqlite3.connect(f"file:{server.data}/holdfast.db?mode=ro", uri=True)
    copy = sqlite3.connect(path)
    source.backup(copy)
    copy.close()
    source.close()
    return path


def fastapi(database: str, port: int) -> subprocess.Popen:
    program = f"{os.environ['BENCH_WORK']}/venv/bin/uvicorn"
    return subprocess.Popen(
        [program, "twin:app", "--port", str(port), "--workers", "1", "--loop", "uvloop",
         "--http", "httptools", "--no-access-log", "--log-level", "warning"],
        cwd="bench/twins/fastapi", env=os.environ | {"TWIN_DATABASE": database})


def go(database: str, port: int) -> subprocess.Popen:
    program = f"{os.environ['BENCH_WORK']}/go-twin"
    return subprocess.Popen([program, database, f"127.0.0.1:{port}"])


def compare(server: Holdfast, ports: dict, routes: dict) -> None:
    """Ends the bench where the twins do not do the same."""
    token = server.customer.log_in()
    for what, (method, path) in routes.items():
        answers = {}
        for name, port in ports.items():
            wait_for(port)
            status, body = ask(port, method, path, token)
            answers[name] = (status, body if method == "GET" else sorted(body))
        if len({json.dumps(answer, sort_keys=True) for answer in answers.values()}) > 1:
            raise RuntimeError(f"{what}: the answers differ: {json.dumps(answers, indent=1)}")
    for name, port in ports.items():
        if ask(port, "GET", "/api/v1/me", token[:-4] + "AAAA")[0] != 401:
            raise RuntimeError(f"{name} takes a token that was tampered with.")


def ask(port: int, method: str, path: str, token: str) -> tuple[int, object]:
    data = json.dumps(BODY).encode() if method == "POST" else None
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}{path}", data, method=method,
        headers={"Authorization": f"Bearer {token}", "Content-Type": "application/json"})
    try:
        with urllib.request.urlopen(request) as response:
            return response.status, json.load(response)
    except urllib.error.HTTPError as error:
        return error.code, None


def wait_for(port: int) -> None:
    for _ in range(300):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/api/v1/me")
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"Nobody answers at port {port}.")


def rounds(server: Holdfast, ports: dict, routes: dict, is_quick: bool) -> dict:
    """Per route and server, the figures of each round; a shorter round before warms up."""
    figures = {what: {name: [] for name in ports} for what in routes}
    for number in range(2 if is_quick else 4):
        seconds = 1 if is_quick else 3 if number == 0 else 8
        for what, (method, path) in routes.items():
            for name, port in ports.items():
                token = server.customer.log_in()
                found = wrk(port, method, path, token, seconds)
                if number > 0:
                    figures[what][name].append(found)
    return figures


def wrk(port: int, method: str, path: str, token: str, seconds: int) -> dict:
    output = subprocess.run(
        ["wrk", "--threads", "1", "--connections", str(CONNECTIONS), "--duration",
         f"{seconds}s", "--timeout", "10s", "--script", "bench/wrk.lua",
         "--header", f"Authorization: Bearer {token}", f"http://127.0.0.1:{port}{path}"],
        env=os.environ | {
            "WRK_METHOD": method, "WRK_BODY": json.dumps(BODY) if method == "POST" else ""},
        check=True, capture_output=True, text=True).stdout
    found = json.loads(output.splitlines()[-1])
    if found["failures"]:
        raise RuntimeError(f"Of {found['requests']} requests, {found['failures']} failed: {output}")
    return found


def rss(process: int) -> float:
    with open(f"/proc/{process}/status") as file:
        lines = dict(line.split(":", 1) for line in file)
    return int(lines["VmRSS"].split()[0]) / 1024


def report(table: Table, routes: dict, figures: dict) -> None:
    aims = {"GET": ("Go", 0.5), "POST": ("FastAPI", 5)}
    for what, (method, _) in routes.items():
        aimed_at, aim = aims[method]
        own = figures[what]["Holdfast"]
        for name, others in figures[what].items():
            if name == "Holdfast":
                continue
            ratio = median([a["rate"] / b["rate"] for a, b in zip(own, others)])
            table.add(
                f"{what}, 1/s (p99 ms)", shown(own), f"{name} {shown(others)}", f"{ratio:.2f}",
                f"≥ {aim} {name}" if name == aimed_at else "",
                ratio >= aim if name == aimed_at else None)


def shown(figures: list[dict]) -> str:
    rate, p99 = median([f["rate"] for f in figures]), median([f["p99"] for f in figures])
    return f"{rate:,.0f} ({p99:.1f})"
