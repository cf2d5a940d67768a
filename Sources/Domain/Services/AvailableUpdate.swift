/// What the catalog has now for an instance, and the instance has not: offered, never applied
/// unasked.
package struct AvailableUpdate: Equatable, Sendable {
    package var spec: WorkloadSpec
    package var fromImage: String
    /// The parts that differ, by their names in the catalog.
    package var changes: [String]
    /// Why it cannot be taken over, if it cannot: data would be out of the service's reach.
    package var obstacle: String?

    package var toImage: String { spec.image }

    /// `nil` when the instance has it all.
    ///
    /// - Parameter volumes: The attached ones.
    package init?(
        of instance: ServiceInstance, _ volumes: [Volume], to service: CatalogService,
        _ variant: Variant
    ) {
        spec = WorkloadSpec(of: service, variant: variant)
        fromImage = instance.spec.image
        let growing = volumes.filter { volume in
            variant.volumeSizes[volume.template.name].map { $0 > volume.size } ?? false
        }
        changes =
            spec.differences(from: instance.spec) + (growing.isEmpty ? [] : ["volume sizes"])
        obstacle =
            Self.vanished(from: instance.spec, in: spec)
            ?? volumes.lazy.compactMap { [spec] in Self.moved($0, in: spec) }.first
        if changes.isEmpty { return nil }
    }

    private static func vanished(from old: WorkloadSpec, in new: WorkloadSpec) -> String? {
        let names = Set(new.volumes.map(\.name))
        return old.volumes.first { !names.contains($0.name) }.map { volume in
            "The catalog has no volume “\(volume.name)” for it any more, and the service keeps "
                + "data there, which is not taken away. Put the volume back in the catalog's file."
        }
    }

    private static func moved(_ volume: Volume, in new: WorkloadSpec) -> String? {
        let path = new.volumes.first { $0.name == volume.template.name }?.mountPath
        guard let path, path != volume.template.mountPath else { return nil }
        return "The catalog mounts volume “\(volume.template.name)” at \(path) now, and the data "
            + "was written at \(volume.template.mountPath), where the service would look for it "
            + "in vain. Put the path back in the catalog's file."
    }
}
