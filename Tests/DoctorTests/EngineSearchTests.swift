import DockerAPI
import Doctor
import Testing

@Suite("Diagnosis an engine") struct EngineSearchTests {
    @Test("knows where engines usually listen") func usual() {
        let search = EngineSearch(environment: ["XDG_RUNTIME_DIR": "/run/user/1000"])
        #expect(
            search.usual == [
                "unix:///var/run/docker.sock", "unix:///run/podman/podman.sock",
                "unix:///run/user/1000/podman/podman.sock",
            ])
        #expect(search.named == nil)
        #expect(EngineSearch(environment: ["DOCKER_HOST": ""]).named == nil)
        #expect(EngineSearch(environment: ["DOCKER_HOST": "tcp://h:1"]).named == "tcp://h:1")
    }

    @Test("passes over what is no engine") func nobody() async {
        let search = EngineSearch(environment: [:])
        #expect(await search.first(of: ["nonsense", "tcp://127.0.0.1:1"]) == nil)
    }

    @Test("uses the certificates that the environment names") func certificates() throws {
        let search = EngineSearch(environment: ["DOCKER_CERT_PATH": "/tls"])
        let endpoint = try search.endpoint(of: "tcp://127.0.0.1:2376")
        #expect(endpoint.certificates == DockerEndpoint.Certificates(folder: "/tls"))
    }
}
