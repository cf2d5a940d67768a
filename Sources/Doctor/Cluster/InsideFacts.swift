/// What was seen in a cluster that answers.
package struct InsideFacts: Equatable, Sendable {
    package var rights: RightsFacts
    package var storage: StorageFacts
    package var policy: PolicyFacts
    package var entrance: EntranceFacts

    package init(
        rights: RightsFacts, storage: StorageFacts, policy: PolicyFacts, entrance: EntranceFacts
    ) {
        self.rights = rights
        self.storage = storage
        self.policy = policy
        self.entrance = entrance
    }

    var findings: [Diagnosis] {
        rights.findings + storage.findings + policy.findings + entrance.findings
    }
}
