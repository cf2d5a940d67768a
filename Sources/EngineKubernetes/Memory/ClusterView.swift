package import Domain
package import KubernetesAPI

/// All objects of an installation that tell what is there, by their uids.
package struct ClusterView: Sendable {
    /// In the order in which they are looked at: what comes later refers to what came before.
    package static let kinds: [ResourceKind] = [
        .statefulSet, .pod, .persistentVolumeClaim, .persistentVolume,
    ]

    package var objects: [ResourceKind: [String: Sighting]]

    package init(_ objects: [ResourceKind: [Sighting]] = [:]) {
        self.objects = objects.mapValues { sightings in
            Dictionary(sightings.map { ($0.uid, $0) }) { first, _ in first }
        }
    }

    package func inventory(epoch: Int64?) -> Inventory {
        let pods = Set(all(.pod).map(\.place))
        let claims = all(.persistentVolumeClaim)
        let present = Set(claims.compactMap(\.claimUID))
        let halfGone = all(.persistentVolume).filter { !present.contains($0.claimUID ?? "") }
        return Inventory(
            objects: all(.statefulSet).map { EngineObject($0, beside: pods) }
                + (claims + halfGone).map { EngineObject(claim: $0) },
            epoch: epoch)
    }

    private func all(_ kind: ResourceKind) -> [Sighting] {
        objects[kind].map { Array($0.values) } ?? []
    }
}
