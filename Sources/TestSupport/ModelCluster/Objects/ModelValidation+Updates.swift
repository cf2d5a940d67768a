import Wire

/// What an object may not become.
extension ModelValidation {
    func causes(in new: JSONValue, from old: JSONValue) -> [Cause] {
        metadataCauses(new, from: old) + kindCauses(new, from: old)
    }

    private func metadataCauses(_ new: JSONValue, from old: JSONValue) -> [Cause] {
        if new.uid != old.uid {
            let cause = Cause.invalid(
                "metadata.uid", .string(new.uid ?? ""), "field is immutable")
            // Said twice by the server itself.
            return [cause, cause]
        }
        let added = new.finalizers.filter { !old.finalizers.contains($0) }
        guard old.isTerminating, !added.isEmpty else { return [] }
        let list = added.map { "\"\($0)\"" }.joined(separator: ", ")
        let cause = Cause.forbidden(
            "metadata.finalizers",
            """
            no new finalizers can be added if the object is being deleted, found new finalizers \
            []string{\(list)}
            """)
        return [cause, cause]
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
