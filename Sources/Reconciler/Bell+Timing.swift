import Domain

extension Bell {
    /// Waits like `wait(past:)`, but not for longer than `pause`.
    ///
    /// - Returns: Whether the time was over before the bell rang, or the task was cancelled.
    func wait(
        past heard: Int, atMost pause: Duration, by clock: any WallClock
    ) async -> Bool {
        await withTaskGroup(of: Bool.self) { group in
            group.addTask {
                do { try await clock.sleep(for: pause) } catch { return false }
                return true
            }
            group.addTask {
                await self.wait(past: heard)
                return false
            }
            let isOver = await group.next() ?? false
            group.cancelAll()
            return isOver
        }
    }
}
