import Domain
import TestSupport

/// What there is, as those see it who judge: whatever it is that runs it.
struct View: Sendable {
    var containers: [WorkloadID: MemoryWorld.Container]
    /// By the names that they bear.
    var claims: [ClaimName: MemoryWorld.Claim]
    /// What bears no name any more, since another has it now, and is still there.
    var nameless: [MemoryWorld.Claim] = []
    /// Who holds a port.
    var ports: [Port]
    var enforcesSizes: Bool
    var epoch: Int64?

    struct Port: Sendable {
        var number: Int
        var instance: InstanceID?
    }

    /// All that is there.
    var kept: [MemoryWorld.Claim] { claims.values + nameless }

    /// The containers of an instance, in a fixed order.
    func containers(of instance: InstanceID) -> [MemoryWorld.Container] {
        containers.values.filter { $0.workload?.instanceID == instance }
            .sorted { $0.id.rawValue < $1.id.rawValue }
    }
}

extension View {
    /// Of a host with Docker.
    init(_ world: MemoryWorld) {
        containers = world.containers
        claims = world.claims
        ports = world.containers.values.compactMap { container in
            guard container.run != nil, let workload = container.workload else { return nil }
            return Port(number: workload.hostPort, instance: workload.instanceID)
        }
        enforcesSizes = world.enforcesSizes
        epoch = world.epoch
    }
}

extension Stage {
    var view: View { cluster?.view ?? View(world) }

    /// Everything that the program has done, in order.
    var acts: [Act] { cluster?.acts ?? world.acts }
}
