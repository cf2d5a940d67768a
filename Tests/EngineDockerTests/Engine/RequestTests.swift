import DockerAPI
import Domain
import EngineDocker
import Testing

/// What is asked of Docker, compared whole.
@Suite struct RequestTests {
    @Test func aWorkloadBecomesAContainer() {
        let expected = ContainerBody(
            image: "example/notes:1", hostname: "notes-1", user: "1000:1000",
            environment: ["A=secret", "B=2=3"],
            labels: [
                "holdfast.install": "abc", "holdfast.instance": "i1", "holdfast.customer": "u1",
                "holdfast.revision": Samples.workload.revision, "holdfast.generation": "2",
            ],
            exposedPorts: ["8080/tcp": EmptyBody()], stopTimeout: 10,
            host: HostConfig(
                nanoCPUs: 500_000_000, memory: 134_217_728, memorySwap: 134_217_728,
                pidsLimit: 64, restartPolicy: RestartPolicy("unless-stopped"), usesInit: true,
                securityOptions: ["no-new-privileges"], networkMode: "hf-abc",
                portBindings: ["8080/tcp": [PortBinding(address: "127.0.0.1", port: 20_001)]],
                mounts: [
                    MountBody(volume: "hf-abc-notes-1-data-g2", target: "/data", noCopy: true),
                    MountBody(volume: "hf-abc-notes-1-media-g2", target: "/media"),
                ],
                logging: LogConfig(driver: "json-file", options: ["max-size": "10m"])),
            networking: NetworkingBody(joining: "hf-abc"))
        #expect(Samples.made == expected)
    }

    @Test func aClaimBecomesAVolumeAndBack() {
        let claim = Desired.Claim(
            volumeID: VolumeID("v1"), instanceID: InstanceID("i1"),
            customerID: UserID("u1"), name: ClaimName("hf-abc-n-data-g1"), size: Bytes(1))
        let body = VolumeBody(claim, install: "abc", uid: ClaimUID("0f"))
        #expect(
            body
                == VolumeBody(
                    name: "hf-abc-n-data-g1",
                    labels: [
                        "holdfast.install": "abc", "holdfast.volume": "v1",
                        "holdfast.claim": "0f",
                    ]))
        let seen = VolumeInspection(name: body.name, labels: body.labels)
        #expect(
            Observed.Claim(seen, install: "abc")
                == Observed.Claim(uid: ClaimUID("0f"), volumeID: VolumeID("v1")))
    }

    @Test(arguments: [
        [:], ["holdfast.install": "other", "holdfast.volume": "v1", "holdfast.claim": "0f"],
        ["holdfast.install": "abc", "holdfast.volume": "v1"],
    ])
    func aVolumeWithoutOurLabelsIsNobodys(_ labels: [String: String]) {
        let seen = VolumeInspection(name: "a", labels: labels)
        #expect(Observed.Claim(seen, install: "abc").volumeID == nil)
    }

    @Test(arguments: [
        (DockerEndpoint.standard, "127.0.0.1", "127.0.0.1"),
        (DockerEndpoint.standard, "0.0.0.0", "127.0.0.1"),
        (DockerEndpoint.standard, "10.1.1.1", "10.1.1.1"),
        (DockerEndpoint(host: "docker.example", port: 1), "0.0.0.0", "docker.example"),
        (DockerEndpoint(host: "docker.example", port: 1), "127.0.0.1", "docker.example"),
        (DockerEndpoint(host: "docker.example", port: 1), "10.1.1.1", "10.1.1.1"),
    ])
    func probesWhereItPublishes(
        _ endpoint: DockerEndpoint, _ address: String, _ expected: String
    ) {
        let settings = DockerEngineSettings(
            endpoint: endpoint, install: "abc", publishAddress: address)
        #expect(settings.probeHost == expected)
    }

    @Test func aPullIsToldInTenths() {
        var summary = PullSummary("a:1")
        let lines: [ProgressLine] = [
            ProgressLine(status: "Pulling from a"),
            layer("one", 1 << 20, of: 10 << 20), layer("one", 2 << 20, of: 10 << 20),
            layer("two", 0, of: 10 << 20), layer("one", 10 << 20, of: 10 << 20),
            layer("two", 10 << 20, of: 10 << 20),
        ]
        #expect(
            lines.compactMap { summary.take($0) } == [
                "pulling a:1: 10 % of 10 MiB", "pulling a:1: 20 % of 10 MiB",
                "pulling a:1: 50 % of 20 MiB", "pulling a:1: 100 % of 20 MiB",
            ])
    }

    private func layer(_ id: String, _ current: Int64, of total: Int64) -> ProgressLine {
        ProgressLine(
            id: id, status: "Downloading",
            progressDetail: .init(current: current, total: total))
    }
}
