extension StoreReader {
    /// Whether nothing may be destroyed at present.
    package func isHeld() throws -> Bool { try holds().contains(where: \.isInForce) }
}
