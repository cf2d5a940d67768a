import DockerAPI
import Domain

extension DockerEngine {
    /// Fetches an image, unless the engine has it: then no registry is asked.
    func pull(
        _ image: String, _ progress: @Sendable (String) async -> Void
    ) async throws(EngineFailure) {
        if try await hasImage(image) { return }
        do {
            let lines = try await client.pullImage(image)
            var summary = PullSummary(image)
            while let line = try await lines.next() {
                if let news = summary.take(line) { await progress(news) }
            }
        } catch {
            guard case .refused(_, let message) = error else { throw EngineFailure(error) }
            throw .failed("Image \(image) could not be pulled: \(message)")
        }
    }
}
