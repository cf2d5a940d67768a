package import Domain

extension ControlPlane {
    /// A volume, whatever has become of it.
    ///
    /// - Parameter id: Its id, or its name at the engine.
    package func volume(_ actor: Actor, _ id: String) async throws -> Volume {
        try Access.requireAdmin(actor)
        return try await store.read { rows in
            guard let volume = try rows.volume(VolumeID(id)) ?? rows.volume(ClaimName(id)) else {
                throw Refusal.notFound(kind: "volume", id: id)
            }
            return volume
        }
    }
}
