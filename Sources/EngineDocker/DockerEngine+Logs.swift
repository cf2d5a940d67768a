import DockerAPI
package import Domain

extension DockerEngine {
    /// Of the instance's newest container; without one, nothing was printed.
    package func logs(
        of instance: InstanceID, tail: Int, follow: Bool
    ) async throws(EngineFailure) -> AsyncThrowingStream<LogLine, any Error> {
        guard let newest = try await containers(of: instance).last else {
            return AsyncThrowingStream { nil }
        }
        let lines = try await ask { () throws(DockerError) in
            try await client.logs(of: newest.id, tail: tail, follow: follow)
        }
        return AsyncThrowingStream {
            do throws(DockerError) {
                return try await lines.next()
            } catch {
                throw EngineFailure(error)
            }
        }
    }
}
