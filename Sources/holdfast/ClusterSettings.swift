import ArgumentParser
import Domain
import EngineKubernetes
import Foundation
import KubernetesAPI

/// How the server finds its cluster, and visitors the services in it; for Kubernetes only.
struct ClusterSettings: ParsableArguments {
    @Option(
        name: .customLong("kubeconfig"),
        help: ArgumentHelp(
            """
            Where the cluster and the account for it are written down. [HOLDFAST_KUBECONFIG, \
            KUBECONFIG] (default: the pod's own account, in a pod; else ~/.kube/config)
            """, valueName: "file"), completion: .file())
    private var kubeconfig: String?

    @Option(help: "Which of its contexts, if not the current one. [HOLDFAST_KUBE_CONTEXT]")
    private var kubeContext: String?

    @Option(
        help: ArgumentHelp(
            """
            Services get names below this domain, through an ingress controller; without it, ports \
            of every node. [HOLDFAST_KUBE_DOMAIN]
            """, valueName: "name"))
    private var kubeDomain: String?

    @Option(
        help: ArgumentHelp(
            "The ingress class, if not the cluster's default. [HOLDFAST_KUBE_INGRESS_CLASS]",
            valueName: "name"))
    private var kubeIngressClass: String?

    @Option(
        help: ArgumentHelp(
            """
            The namespace in which the ingress controller runs: nothing else reaches services. \
            [HOLDFAST_KUBE_INGRESS_NAMESPACE]
            """, valueName: "name"))
    var kubeIngressNamespace = Variable("KUBE_INGRESS_NAMESPACE").given ?? "ingress-nginx"

    @Option(
        help: ArgumentHelp(
            """
            An image with chown, for volumes whose root must belong to a service's user. \
            [HOLDFAST_KUBE_HELPER_IMAGE]
            """, valueName: "image"))
    var kubeHelperImage = Variable("KUBE_HELPER_IMAGE").given ?? "busybox:1.36"

    @Option(
        help: ArgumentHelp(
            """
            How much all volumes of one customer may ask for together: 50Gi. \
            [HOLDFAST_KUBE_STORAGE_QUOTA]
            """, valueName: "size"))
    private var kubeStorageQuota: String?

    var domain: String? { kubeDomain ?? Variable("KUBE_DOMAIN").given }

    func validate() throws {
        if let text = quotaText, (try? Bytes(parsing: text)) == nil {
            throw ValidationError("The storage quota is “\(text)”; write it like this: 50Gi")
        }
    }

    func engine(of install: String) -> KubernetesEngineSettings {
        KubernetesEngineSettings(
            install: install, access: access, helperImage: kubeHelperImage,
            storageQuota: quotaText.flatMap { try? Bytes(parsing: $0) })
    }

    /// What is named here, else the pod's own account, else what `kubectl` would use.
    ///
    /// - Throws: where there is none, or it cannot be read.
    func configuration(
        environment: [String: String]
    ) throws(KubeconfigError) -> KubernetesConfiguration {
        let context = kubeContext ?? Variable("KUBE_CONTEXT").given
        if let file = kubeconfig ?? Variable("KUBECONFIG").given {
            return try Kubeconfig(files: [file]).configuration(context: context)
        }
        if context == nil, environment["KUBECONFIG"] == nil,
            let own = try KubernetesConfiguration.inCluster(environment: environment)
        {
            return own
        }
        return try Kubeconfig(environment: environment).configuration(context: context)
    }

    private var quotaText: String? { kubeStorageQuota ?? Variable("KUBE_STORAGE_QUOTA").given }

    private var access: KubernetesEngineSettings.Access {
        guard let domain else { return .nodePorts }
        return .ingress(
            class: kubeIngressClass ?? Variable("KUBE_INGRESS_CLASS").given, domain: domain,
            namespace: kubeIngressNamespace)
    }
}
