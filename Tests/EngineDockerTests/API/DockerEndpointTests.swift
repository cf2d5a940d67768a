import DockerAPI
import Testing

@Suite struct DockerEndpointTests {
    @Test(arguments: [
        ("", DockerEndpoint.standard),
        ("unix:///run/podman/podman.sock", DockerEndpoint(socket: "/run/podman/podman.sock")),
        ("tcp://10.0.0.5", DockerEndpoint(host: "10.0.0.5", port: 2375)),
        ("tcp://docker.example:4243/", DockerEndpoint(host: "docker.example", port: 4243)),
        ("tcp://[::1]:2375", DockerEndpoint(host: "::1", port: 2375)),
        ("http://localhost:2375", DockerEndpoint(host: "localhost", port: 2375)),
    ])
    func reads(_ text: String, _ expected: DockerEndpoint) throws {
        #expect(try DockerEndpoint(environment: ["DOCKER_HOST": text]) == expected)
    }

    @Test(arguments: [
        "docker.sock", "/var/run/docker.sock", "unix://", "unix://relative.sock", "tcp://",
        "tcp://host:0", "tcp://host:65536", "tcp://host:port", "tcp://ho st:1", "tcp://a:1/path",
    ])
    func refusesWhatIsMalformed(_ text: String) {
        #expect(throws: DockerEndpointError.malformed(text)) {
            try DockerEndpoint(parsing: text)
        }
    }

    @Test func refusesWhatCannotWork() {
        let long = "unix:///" + String(repeating: "a", count: 107)
        #expect(throws: DockerEndpointError.tooLong(long)) { try DockerEndpoint(parsing: long) }
        #expect(throws: DockerEndpointError.unsupported("ssh://me@host")) {
            try DockerEndpoint(parsing: "ssh://me@host")
        }
        #expect(throws: DockerEndpointError.noCertificates("https://host")) {
            try DockerEndpoint(parsing: "https://host")
        }
    }

    @Test func namesTheCertificateThatCannotBeRead() throws {
        let endpoint = try DockerEndpoint(
            environment: ["DOCKER_HOST": "tcp://host", "DOCKER_CERT_PATH": "/nonexistent"])
        #expect(throws: DockerEndpointError.unreadable("/nonexistent/ca.pem")) {
            try DockerClient(endpoint)
        }
    }

    @Test func eitherVariableTurnsOnTLS() throws {
        let byPath = try DockerEndpoint(
            environment: ["DOCKER_HOST": "tcp://host", "DOCKER_CERT_PATH": "/certs"])
        #expect(
            byPath
                == DockerEndpoint(host: "host", port: 2376, certificates: .init(folder: "/certs")))
        let byWish = try DockerEndpoint(
            environment: [
                "DOCKER_HOST": "tcp://host:1", "DOCKER_TLS_VERIFY": "1", "HOME": "/home/me",
            ])
        #expect(byWish.certificates?.authority == "/home/me/.docker/ca.pem")
    }

    @Test func missingCertificatesAreToldAtOnce() {
        let endpoint = DockerEndpoint(
            host: "host", port: 1, certificates: .init(folder: "/no-such-folder"))
        #expect(throws: (any Error).self) { try DockerClient(endpoint) }
    }
}
