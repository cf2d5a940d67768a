package import KubernetesAPI

/// The admission policy that lets nobody but Holdfast remove what Holdfast keeps.
package struct PolicyFacts: Equatable, Sendable {
    package enum State: Equatable, Sendable {
        /// The cluster knows no such policies.
        case unsupported
        case missing
        /// Nothing puts it to use.
        case unbound
        /// What it would refuse, is allowed all the same.
        case toothless
        case bound
    }

    /// Its name, and that of what binds it.
    package static let name = "holdfast-keep"

    package var state: Result<State, KubernetesError>

    package init(_ state: Result<State, KubernetesError>) { self.state = state }

    private static let danger = "nothing but Holdfast's own care guards claims."
    private static let advice = "Apply deploy/base, which has it: kubectl apply -k deploy/base"

    var findings: [Diagnosis] {
        switch state {
        // https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/
        case .success(.unsupported):
            [
                .note(
                    .policy,
                    "The cluster knows no admission policies (v1), which are there from "
                        + "Kubernetes 1.30 on: \(Self.danger)",
                    "Upgrade it, then: kubectl apply -k deploy/base")
            ]
        case .success(.missing):
            [
                .note(
                    .policy, "The admission policy \(Self.name) is missing: \(Self.danger)",
                    Self.advice)
            ]
        case .success(.unbound):
            [
                .note(
                    .policy,
                    "No binding puts the admission policy \(Self.name) to use: \(Self.danger)",
                    Self.advice)
            ]
        case .success(.toothless):
            [
                .note(
                    .policy,
                    "The binding \(Self.name) is not for the policy \(Self.name) with the action "
                        + "Deny: \(Self.danger)", Self.advice)
            ]
        case .success(.bound):
            [.ok(.policy, "The admission policy \(Self.name) and its binding guard claims.")]
        case .failure(let error):
            [
                .note(
                    .policy,
                    "It cannot be seen whether the admission policy \(Self.name) is there: "
                        + "\(error)",
                    "Ask as somebody who may look: kubectl get "
                        + "validatingadmissionpolicybinding \(Self.name)")
            ]
        }
    }
}
