extension Inventory {
    /// What no row claims. A row claims its claim by name, whatever took its place; and an
    /// instance its workloads, whether it is to run or not.
    ///
    /// - Parameters:
    ///   - instances: Those that are looked after.
    ///   - claims: Of all volumes that are not destroyed.
    package func unclaimed(
        instances: Set<InstanceID>, claims: Set<ClaimName>
    ) -> [EngineObject] {
        objects.filter { object in
            switch object.kind {
            case .claim: !claims.contains(ClaimName(object.name))
            case .workload: !(object.instanceID.map(instances.contains) ?? false)
            }
        }
    }

    /// The workloads of ours that have a claim mounted.
    package func workloads(mounting claim: ClaimName) -> [EngineObject] {
        objects.filter { $0.kind == .workload && $0.claims.contains(claim) }
    }
}
