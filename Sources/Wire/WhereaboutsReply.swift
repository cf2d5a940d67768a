/// Where a volume's bytes are, as the engine last told it.
package struct WhereaboutsReply: Codable, Equatable, Sendable {
    package var volumeId: String
    /// Its name at the engine.
    package var claim: String
    /// In words; absent where the engine does not tell.
    package var place: String?
    /// Why nobody could see whether they are destroyed.
    package var doubt: String?
    /// A PersistentVolume, in JSON, that makes them reachable again.
    package var manifest: String?

    package init(
        volumeId: String, claim: String, place: String? = nil, doubt: String? = nil,
        manifest: String? = nil
    ) {
        self.volumeId = volumeId
        self.claim = claim
        self.place = place
        self.doubt = doubt
        self.manifest = manifest
    }
}
