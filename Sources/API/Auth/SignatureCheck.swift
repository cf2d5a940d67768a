/// Whether a message was signed by whoever shares a secret with the server, and lately.
package typealias SignatureCheck =
    @Sendable (_ id: String, _ timestamp: String, _ signature: String, _ body: [UInt8]) -> Bool
