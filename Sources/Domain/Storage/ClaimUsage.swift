/// How much a claim holds, as an engine has just measured it.
package struct ClaimUsage: Equatable, Sendable {
    package var used: Bytes
    /// The size that the engine enforces; `nil` where it enforces none.
    package var enforcedSize: Bytes?

    package init(used: Bytes, enforcedSize: Bytes? = nil) {
        self.used = used
        self.enforcedSize = enforcedSize
    }
}
