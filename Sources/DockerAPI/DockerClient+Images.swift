import NIOCore

extension DockerClient {
    /// - Throws: `refused` with status 404 where the engine has no such image.
    package func inspectImage(_ name: String) async throws(DockerError) -> ImageInspection {
        try await read(get("/images/\(percentEncoded(name, keeping: "/:@"))/json"))
    }

    /// Fetches an image from its registry. An error that comes in the middle is thrown by the
    /// stream, which must be read to its end.
    package func pullImage(
        _ name: String
    ) async throws(DockerError) -> DockerStream<ProgressLines> {
        let reference = ImageReference(name)
        let query = [("fromImage", reference.repository)] + reference.tagQuery
        return try await stream(post("/images/create", query: query, .feed), ProgressLines())
    }

    /// Makes an image of a tar of its files, and answers its id. It has no name then: Podman 4
    /// takes none here.
    package func importImage(tar: [UInt8]) async throws(DockerError) -> String {
        let response = try await send(
            tar: tar, by: .post, to: "/images/create", query: [("fromSrc", "-")],
            .upTo(.seconds(60)))
        let lines = stream(response, ProgressLines())
        var id: String?
        while let line = try await lines.next() { id = line.status ?? id }
        guard let id else { throw .broken("an import was not answered with an image's id") }
        return id
    }

    package func tagImage(
        _ id: String, as repository: String, tag: String
    ) async throws(DockerError) {
        let path = "/images/\(percentEncoded(id, keeping: "/:@"))/tag"
        _ = try await answer(post(path, query: [("repo", repository), ("tag", tag)]))
    }

    /// Loads the images in a tar, as `docker save` writes it.
    package func loadImage(
        tar: [UInt8]
    ) async throws(DockerError) -> DockerStream<ProgressLines> {
        let response = try await send(
            tar: tar, by: .post, to: "/images/load", query: [("quiet", "1")],
            .upTo(.seconds(600)))
        return stream(response, ProgressLines())
    }
}
