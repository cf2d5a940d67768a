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
