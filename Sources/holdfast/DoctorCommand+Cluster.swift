import Credentials
import Doctor
import EngineKubernetes
import Foundation
import KubernetesAPI

extension DoctorCommand {
    /// What is looked at where services run in a cluster; `nil` where they do not.
    func cluster(
        _ settings: Settings, _ environment: [String: String]
    ) -> ClusterExamination? {
        guard settings.engine == .kubernetes else { return nil }
        let configuration: Result<KubernetesConfiguration, KubeconfigError>
        do throws(KubeconfigError) {
            configuration = .success(try settings.cluster.configuration(environment: environment))
        } catch {
            configuration = .failure(error)
        }
        return ClusterExamination(
            configuration, entrance: entrance(settings), clock: SystemClock(),
            randomness: SystemRandomness())
    }

    private func entrance(_ settings: Settings) -> ClusterExamination.Entrance {
        switch settings.cluster.engine(of: "doctor").access {
        case .nodePorts:
            .ports(settings.servicePorts.ports, publicHost: settings.publicHost)
        case .ingress(let name, let domain, let namespace):
            .names(domain: domain, class: name, namespace: namespace)
        }
    }
}
