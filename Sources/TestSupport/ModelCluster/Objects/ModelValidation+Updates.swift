import Wire

/// What an object may not become.
extension ModelValidation {
    func causes(in new: JSONValue, from old: JSONValue) -> [Cause] {
        metadataCauses(new, from: old) + kindCauses(new, from: old)
    }

    /// How often the server says what is wrong with an object's metadata: most kinds look at it
    /// once more than the server does for all.
    private var echoes: Int { [.volume, .limitRange].contains(kind) ? 1 : 2 }

    private func metadataCauses(_ new: JSONValue, from old: JSONValue) -> [Cause] {
        var causes: [Cause] = []
        let added = new.finalizers.filter { !old.finalizers.contains($0) }
        if old.isTerminating, !added.isEmpty {
            let list = added.map { "\"\($0)\"" }.joined(separator: ", ")
            causes.append(
                .forbidden(
                    "metadata.finalizers",
                    """
                    no new finalizers can be added if the object is being deleted, found new \
                    finalizers []string{\(list)}
                    """))
        }
        if new.uid != old.uid {
            causes.append(
                .invalid("metadata.uid", .string(new.uid ?? ""), "field is immutable"))
        }
        return Array(repeatElement(causes, count: echoes).joined())
    }

    private func kindCauses(_ new: JSONValue, from old: JSONValue) -> [Cause] {
        switch kind {
        case .claim: claimCauses(new, from: old)
        case .volume: volumeCauses(new, from: old)
        case .statefulSet: statefulSetCauses(new, from: old)
        case .service: serviceCauses(new, from: old)
        case .secret:
            new["type"] == old["type"]
                ? [] : [.invalid("type", new["type"] ?? "", "field is immutable")]
        default: []
        }
    }
}
