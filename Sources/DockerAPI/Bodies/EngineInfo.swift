/// What the engine can do.
package struct EngineInfo: Decodable, Equatable, Sendable {
    /// The tiny process 1 that it can put before a container's own; empty where it has none.
    package var initBinary: String?

    package init(initBinary: String?) { self.initBinary = initBinary }

    private enum CodingKeys: String, CodingKey { case initBinary = "InitBinary" }
}
