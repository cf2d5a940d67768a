/// Where the bytes behind a claim lie, as the engine tells it.
package struct Whereabouts: Equatable, Sendable, Codable {
    /// For people: `/srv/pvc-1 on node n1`, `vol-0a1b of ebs.csi.aws.com`.
    package var place: String
    /// By which the engine reaches them: with it, it can be made anew where somebody has removed
    /// it. `nil` where there is no such thing.
    package var manifest: String?
    /// Why nobody could see whether they are destroyed, in words.
    package var doubt: String?

    package init(place: String, manifest: String? = nil, doubt: String? = nil) {
        self.place = place
        self.manifest = manifest
        self.doubt = doubt
    }

    /// How a destruction that was seen is to be told: where, and with what doubt.
    package func proof(_ seen: String) -> String {
        let place = "\(seen); it lay at \(place)"
        return doubt.map { "unproven: \($0) (\(place))" } ?? place
    }
}
