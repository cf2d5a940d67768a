import Wire

extension Desk {
    /// Stays with an operation until its end, or only names it.
    ///
    /// - Parameter wait: What was asked for; `nil` leaves it to the preferences.
    /// - Throws: `Failure.operationFailed`, once the end has been shown.
    func settle(_ begun: Answer<OperationReply>, wait: Bool?) async throws {
        guard wait ?? preferences.waits else {
            let note = "To watch it: holdfast operations watch \(begun.value.id)"
            return try show(begun) { OperationText.details($0, paint) + "\n\n" + note }
        }
        let ended = try await watch(begun.value)
        try show(ended) { ProgressText(paint: paint).end($0) }
        if ended.value.state == "failed" { throw Failure.operationFailed(ended.value) }
    }

    /// Shows people how it goes; a program gets the end only.
    private func watch(_ operation: OperationReply) async throws -> Answer<OperationReply> {
        terminal.noteOnInterrupt(ProgressText.note(for: operation.id))
        defer { terminal.noteOnInterrupt(nil) }
        guard format == .table else { return try await watch(operation) { _ in } }
        let board = ProgressBoard(operation, on: self)
        return try await withThrowingTaskGroup(of: Void.self) { group in
            if board.isLive {
                group.addTask {
                    while true {
                        await board.tick()
                        try await surroundings.pause(.milliseconds(100))
                    }
                }
            }
            defer { group.cancelAll() }
            do {
                let ended = try await watch(operation) { await board.show($0) }
                await board.finish()
                return ended
            } catch {
                await board.finish()
                throw error
            }
        }
    }

    private func watch(
        _ operation: OperationReply,
        tell: @escaping @Sendable (OperationWatch.News) async -> Void
    ) async throws -> Answer<OperationReply> {
        try await OperationWatch(api: api, pause: surroundings.pause, tell: tell)
            .end(of: operation.id)
    }
}
