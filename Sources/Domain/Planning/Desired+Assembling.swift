extension Desired {
    /// Puts together, from rows of one transaction, what one instance should be.
    package init(
        instance: ServiceInstance, volumes: [Volume], secrets: [InstanceSecret],
        tickets: [DestructionTicket.Record], usage: [VolumeUsage] = [],
        larger: LargerVariants = LargerVariants(), address: PublicAddress
    ) {
        let attached = volumes.filter { $0.state == .attached }
        self.init(
            wish: instance.wish,
            workload: Self.workload(instance, attached, secrets, address),
            claims: attached.map { volume in
                Claim(
                    volume, of: instance, usage: usage.first { $0.volumeID == volume.id },
                    larger: larger)
            },
            retired: volumes.compactMap { Self.retired($0, tickets) },
            restart: instance.restartsWanted > instance.restartsDone
                ? Restart(from: instance.restartFrom) : nil)
    }

    private static func workload(
        _ instance: ServiceInstance, _ volumes: [Volume], _ secrets: [InstanceSecret],
        _ address: PublicAddress
    ) -> Workload {
        var values = [
            "host": address.host(of: instance.name), "port": "\(instance.hostPort)",
            "url": address.url(of: instance.name, port: instance.hostPort),
        ]
        for secret in secrets { values["secret.\(secret.name)"] = secret.value }
        let environment = instance.spec.environment.mapValues { text in
            Placeholders.fill(text, with: values)
        }
        return Workload(
            instanceID: instance.id, customerID: instance.customerID, name: instance.name,
            spec: instance.spec, environment: environment, hostPort: instance.hostPort,
            generation: instance.generation,
            mounts: volumes.compactMap { Workload.Mount($0, in: instance.spec) })
    }

    /// A retired volume is on its way out only while its ticket stands.
    private static func retired(
        _ volume: Volume, _ tickets: [DestructionTicket.Record]
    ) -> Retired? {
        let ticket = tickets.first { ticket in
            ticket.volumeID == volume.id && (ticket.state == .issued || ticket.state == .begun)
        }
        guard volume.state == .retired, let ticket else { return nil }
        return Retired(
            volumeID: volume.id, name: volume.claim, uid: volume.uid,
            status: volume.claimStatus, ticket: ticket.id, notBefore: ticket.notBefore,
            hasBegun: ticket.state == .begun, whereabouts: volume.whereabouts)
    }
}

extension Desired.Claim {
    fileprivate init(
        _ volume: Volume, of instance: ServiceInstance, usage: VolumeUsage?,
        larger: LargerVariants
    ) {
        self.init(
            volumeID: volume.id, instanceID: instance.id, customerID: instance.customerID,
            name: volume.claim, size: volume.size,
            storageClass: volume.template.storageClass, accessMode: volume.template.accessMode,
            uid: volume.uid, status: volume.claimStatus,
            fullness: usage.flatMap { $0.fullness(of: volume, larger: larger.words(for: volume)) },
            whereabouts: volume.whereabouts)
    }
}

extension Workload.Mount {
    /// `nil` for a volume that the spec does not know: a rollback keeps it, and leaves it out.
    init?(_ volume: Volume, in spec: WorkloadSpec) {
        guard spec.volumes.contains(where: { $0.name == volume.template.name }) else {
            return nil
        }
        self.init(
            claim: volume.claim, path: volume.template.mountPath,
            owner: spec.template(of: volume).owner)
    }
}
