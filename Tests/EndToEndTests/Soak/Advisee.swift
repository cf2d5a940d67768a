import DockerAPI

/// The person who runs the engine, and does what Holdfast advises where only that helps.
struct Advisee: Sendable {
    /// It takes Holdfast a while to see that it was done; before, the words stay as they are.
    private static let patience = Duration.seconds(4)

    let daemon: MortalDaemon
    let docker: DockerClient
    let chronicle: Chronicle

    /// Does what the words say, if they say something that can be done.
    func follow(_ words: String?) async throws {
        guard let words else { return }
        if words.contains("systemctl restart docker") {
            chronicle.note("ADVISED: \(words)")
            try await daemon.restart()
            chronicle.heed("the daemon was restarted")
        } else if let match = words.firstMatch(of: /pkill .*docker rm ([0-9a-f]{64})/) {
            chronicle.note("ADVISED: \(words)")
            try daemon.endShim(of: String(match.1))
            // Of a process that was forgotten long ago there is no container any more.
            try? await docker.removeContainer(String(match.1))
            chronicle.heed("a forgotten process was ended")
        } else {
            return
        }
        try await Task.sleep(for: Self.patience)
    }
}
