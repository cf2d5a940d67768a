package import Domain

extension Engine {
    /// Waits until it whispers of the instance; false where its task is cancelled first.
    package func hears(_ instance: InstanceID) async -> Bool {
        let (whispers, whisper) = AsyncStream.makeStream(of: InstanceID.self)
        return await withTaskGroup(of: Bool.self) { group in
            group.addTask {
                await self.whisper { whisper.yield($0) }
                return false
            }
            group.addTask { await whispers.contains(instance) }
            defer { group.cancelAll() }
            return await group.next() ?? false
        }
    }
}
