import NIOCore

extension DockerClient {
    /// Makes a volume; where the name is taken, answers the one that bears it, unchanged.
    package func createVolume(
        _ body: VolumeBody
    ) async throws(DockerError) -> VolumeInspection {
        try await read(post("/volumes/create", body: body))
    }

    /// - Throws: `refused` with status 404 where there is none.
    package func inspectVolume(_ name: String) async throws(DockerError) -> VolumeInspection {
        try await read(get("/volumes/\(percentEncoded(name))"))
    }

    package func listVolumes(
        _ filters: Filters = Filters()
    ) async throws(DockerError) -> [VolumeInspection] {
        let list = try await read(
            get("/volumes", query: filters.query), as: VolumeListBody.self)
        return list.volumes ?? []
    }
}
