package import DockerAPI
package import Domain

extension ContainerBody {
    /// The container that a workload is to become.
    ///
    /// `usesInit` says whether the engine has a process 1 to put before the service's
    /// own, so that a shell there neither swallows signals nor gathers orphans. `address` is the
    /// container's on the network; `nil` leaves it to the engine.
    package init(
        _ workload: Workload, _ settings: DockerEngineSettings, usesInit: Bool,
        address: String? = nil
    ) {
        let port = "\(workload.spec.port)/tcp"
        self.init(
            image: workload.spec.image,
            hostname: workload.name,
            user: workload.spec.user,
            command: workload.spec.command,
            environment: workload.environment.map { "\($0)=\($1)" }.sorted(),
            labels: [
                Label.install: settings.install,
                Label.instance: workload.instanceID.rawValue,
                Label.customer: workload.customerID.rawValue,
                Label.revision: workload.revision,
                Label.generation: "\(workload.generation)",
            ],
            exposedPorts: [port: EmptyBody()],
            stopTimeout: Int((workload.spec.stopTimeout.milliseconds + 999) / 1000),
            host: HostConfig(
                workload, publishing: port, at: settings.publishAddress,
                on: settings.network, usesInit: usesInit),
            networking: NetworkingBody(joining: settings.network, at: address))
    }
}

extension HostConfig {
    fileprivate init(
        _ workload: Workload, publishing port: String, at address: String,
        on network: String, usesInit: Bool
    ) {
        let limits = workload.spec.limits
        self.init(
            nanoCPUs: limits.cpu.millicores * 1_000_000,
            memory: limits.memory.count,
            // Memory and swap together: equal means no swap, which would only hide a shortage.
            memorySwap: limits.memory.count,
            pidsLimit: Int64(limits.processes),
            restartPolicy: .unlessStopped,
            usesInit: usesInit ? true : nil,
            // Entry points that step down from root still can; nothing can step up.
            securityOptions: ["no-new-privileges"],
            networkMode: network,
            portBindings: [port: [PortBinding(address: address, port: workload.hostPort)]],
            mounts: workload.mounts.map { mount in
                MountBody(
                    volume: mount.claim.rawValue, target: mount.path,
                    noCopy: mount.owner != nil)
            },
            // Without a bound, a chatty service fills the disk that holds everyone's data.
            logging: LogConfig(driver: "json-file", options: ["max-size": "10m"]))
    }
}
