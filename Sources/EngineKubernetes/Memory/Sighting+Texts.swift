import Domain

/// What several objects of an instance say alike lies in one place: it is most of all that is kept.
extension Sighting {
    func sharing(_ texts: inout SharedTexts) -> Sighting {
        var same = self
        same.name = texts.shared(name)
        same.namespace = namespace.map { texts.shared($0) }
        same.instanceID = instanceID.map { InstanceID(texts.shared($0.rawValue)) }
        same.volumeID = volumeID.map { VolumeID(texts.shared($0.rawValue)) }
        same.claimUID = claimUID.map { texts.shared($0) }
        same.claims = claims.map { ClaimName(texts.shared($0.rawValue)) }
        same.boundTo = boundTo.map { texts.shared($0) }
        return same
    }

    /// For what is gone. Whatever bears the same still keeps it; only what comes later does not
    /// share with that.
    func release(_ texts: inout SharedTexts) {
        for text in [name, namespace, instanceID?.rawValue, volumeID?.rawValue, claimUID] {
            if let text { texts.forget(text) }
        }
    }
}
