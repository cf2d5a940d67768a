"""A real kube-apiserver over a real etcd, with nothing that acts by itself beside them."""

import json
import os
import re
import shutil
import socket
import ssl
import subprocess
import tempfile
import time
import urllib.request

PROGRAMS = os.environ.get("KUBEBUILDER_ASSETS", "/usr/local/kubebuilder/bin")
WRITES = ("POST", "PUT", "PATCH", "APPLY", "DELETE", "DELETECOLLECTION")
# What an API server writes for itself.
ITS_OWN = ("leases", "endpoints", "endpointslices", "events")


KUBECTL = shutil.which("kubectl", path=f"{PROGRAMS}:{os.environ['PATH']}")


def is_there() -> bool:
    programs = [f"{PROGRAMS}/etcd", f"{PROGRAMS}/kube-apiserver", KUBECTL or ""]
    return all(os.access(program, os.X_OK) for program in programs)


class ControlPlane:
    token = "bench-admin"

    def __enter__(self) -> "ControlPlane":
        self.folder = tempfile.mkdtemp(prefix="holdfast-bench-plane-")
        client, peer, self.port = free_ports(3)
        self.url = f"https://127.0.0.1:{self.port}"
        self.write_keys()
        self.processes = [
            self.start("etcd", *etcd_options(client, peer)),
            self.start("kube-apiserver", *self.server_options(client)),
        ]
        self.trust = ssl.create_default_context()
        self.trust.check_hostname = False
        self.trust.verify_mode = ssl.CERT_NONE
        self.wait_until_ready()
        self.make_storage_class()
        return self

    def __exit__(self, *_) -> None:
        # An API server that is asked to end waits for an etcd that is gone.
        for process in reversed(self.processes):
            process.kill()
            process.wait()
        shutil.rmtree(self.folder)

    def write_keys(self) -> None:
        subprocess.run(
            ["openssl", "ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out",
             f"{self.folder}/key.pem"], check=True)
        with open(f"{self.folder}/tokens.csv", "w") as file:
            file.write(f"{self.token},admin,admin,system:masters\n")

    def server_options(self, etcd: int) -> list[str]:
        return [
            f"--etcd-servers=http://127.0.0.1:{etcd}", "--cert-dir=certs",
            "--bind-address=127.0.0.1", f"--secure-port={self.port}",
            "--advertise-address=127.0.0.1", "--service-account-issuer=https://bench.example",
            "--service-account-key-file=key.pem", "--service-account-signing-key-file=key.pem",
            "--token-auth-file=tokens.csv", "--authorization-mode=RBAC",
            "--service-cluster-ip-range=10.0.0.0/16",
            # Both wait for controllers.
            "--disable-admission-plugins=ServiceAccount,ResourceQuota",
        ]

    def start(self, program: str, *options: str) -> subprocess.Popen:
        with open(f"{self.folder}/{program}.log", "w") as log:
            return subprocess.Popen(
                [f"{PROGRAMS}/{program}", *options], cwd=self.folder, stdout=log, stderr=log)

    def wait_until_ready(self) -> None:
        for _ in range(600):
            try:
                if self.ask("GET", "/readyz") == b"ok":
                    return
            except OSError:
                pass
            time.sleep(0.1)
        raise RuntimeError("the API server does not become ready")

    def make_storage_class(self) -> None:
        body = {
            "apiVersion": "storage.k8s.io/v1", "kind": "StorageClass",
            "metadata": {
                "name": "bench",
                "annotations": {"storageclass.kubernetes.io/is-default-class": "true"},
            },
            "provisioner": "holdfast.test/bench", "reclaimPolicy": "Delete",
        }
        self.ask("POST", "/apis/storage.k8s.io/v1/storageclasses", body)

    def ask(
        self, method: str, path: str, body: object = None, kind: str = "application/json"
    ) -> bytes:
        request = urllib.request.Request(
            self.url + path, method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Authorization": f"Bearer {self.token}", "Content-Type": kind})
        with urllib.request.urlopen(request, context=self.trust) as answer:
            return answer.read()

    def kubeconfig(self, server: str | None = None) -> str:
        """What leads a program there; by way of another server, where one is named."""
        path = f"{self.folder}/kubeconfig{'' if server is None else '-proxy'}"
        cluster = (
            f'{{server: "{server}"}}' if server else
            f'{{server: "{self.url}", certificate-authority: "{self.folder}/certs/apiserver.crt"}}')
        with open(path, "w") as file:
            file.write(
                "apiVersion: v1\nkind: Config\ncurrent-context: bench\n"
                "contexts: [{name: bench, context: {cluster: bench, user: admin}}]\n"
                f"clusters: [{{name: bench, cluster: {cluster}}}]\n"
                f'users: [{{name: admin, user: {{token: "{self.token}"}}}}]\n')
        return path

    def writes(self) -> int:
        """How many requests so far were to change something, but for the server's own."""
        total = 0
        for line in self.ask("GET", "/metrics").decode().splitlines():
            if not line.startswith("apiserver_request_total{"):
                continue
            labels = dict(re.findall(r'(\w+)="([^"]*)"', line))
            if labels["verb"] in WRITES and labels["resource"] not in ITS_OWN:
                total += int(float(line.rsplit(" ", 1)[1]))
        return total


def etcd_options(client: int, peer: int) -> list[str]:
    mine, others = f"http://127.0.0.1:{client}", f"http://127.0.0.1:{peer}"
    return [
        "--data-dir=etcd", f"--listen-client-urls={mine}", f"--advertise-client-urls={mine}",
        f"--listen-peer-urls={others}", f"--initial-advertise-peer-urls={others}",
        f"--initial-cluster=default={others}", f"--quota-backend-bytes={8 << 30}",
    ]


def free_ports(count: int) -> list[int]:
    sockets = [socket.socket() for _ in range(count)]
    for one in sockets:
        one.bind(("127.0.0.1", 0))
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports
