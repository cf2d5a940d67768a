import DockerAPI
import Domain
import EngineDocker
import TestSupport

/// One workload, and the container that Docker makes of it.
enum Samples {
    static let settings = DockerEngineSettings(install: "abc")

    static let workload = Workload(
        instanceID: InstanceID("i1"), customerID: UserID("u1"), name: "notes-1",
        spec: WorkloadSpec(of: Fixtures.notes, variant: Fixtures.variant),
        environment: ["B": "2=3", "A": "secret"], hostPort: 20_001, generation: 2,
        mounts: [
            Workload.Mount(
                claim: ClaimName("hf-abc-notes-1-data-g2"), path: "/data",
                owner: FileOwner(user: 1000, group: 1000)),
            Workload.Mount(
                claim: ClaimName("hf-abc-notes-1-media-g2"), path: "/media", owner: nil),
        ])

    static let made = ContainerBody(workload, settings, usesInit: true)

    /// As the engine shows it while nobody has touched it.
    static let untouched = ContainerInspection(
        id: "0123456789abcdef", name: "/hf-abc-notes-1",
        state: .init(status: "running", startedAt: "2026-01-01T00:00:00.5Z"),
        config: .init(
            image: "example/notes:1", user: "1000:1000",
            environment: ["PATH=/bin", "A=secret", "B=2=3"], labels: made.labels),
        host: made.host,
        mounts: [
            MountPoint(type: "volume", name: "hf-abc-notes-1-media-g2", destination: "/media"),
            MountPoint(type: "volume", name: "hf-abc-notes-1-data-g2", destination: "/data"),
            MountPoint(type: "volume", name: "anonymous", destination: "/cache"),
        ],
        networkSettings: .init(networks: ["hf-abc": EndpointBody()]))
}
