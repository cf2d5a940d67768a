package import Domain

/// What an instance has printed: `Engine.logs`, and nothing else of an engine.
package typealias LogSource =
    @Sendable (_ instance: InstanceID, _ tail: Int, _ follow: Bool) async throws
    -> AsyncThrowingStream<LogLine, any Error>
