import Wire

extension Judge {
    /// Everything in the engine belongs to a row, and every row's object is as the wish says.
    static func discord(_ inventory: Inventory) -> [String] {
        strayContainers(inventory) + strayVolumes(inventory) + missingVolumes(inventory)
            + inventory.services.flatMap { discord(of: $0, inventory) }
            + (inventory.networks.count == 1 ? [] : ["There are networks \(inventory.networks)."])
    }

    private static func strayContainers(_ inventory: Inventory) -> [String] {
        let known = inventory.services.map(\.id)
        return inventory.containers
            .filter { container in !known.contains { $0 == container.instance } }
            .map { "Container \($0.id) belongs to nobody." }
    }

    private static func strayVolumes(_ inventory: Inventory) -> [String] {
        let kept = inventory.services.flatMap(\.volumes).filter { $0.state != "destroyed" }
        return inventory.volumes.subtracting(kept.map(\.volumeClaimName)).sorted()
            .map { "Volume \($0) belongs to nobody." }
    }

    /// A volume that is still to be made is none; one that was ever seen must be there.
    private static func missingVolumes(_ inventory: Inventory) -> [String] {
        inventory.services.flatMap(\.volumes)
            .filter { $0.state != "destroyed" && $0.volumeStatus != "Pending" }
            .filter { !inventory.volumes.contains($0.volumeClaimName) || $0.volumeStatus == "Lost" }
            .map { "Volume \($0.volumeClaimName) (\($0.volumeStatus)) is missing." }
    }

    private static func discord(
        of service: InstanceReply, _ inventory: Inventory
    ) -> [String] {
        let own = inventory.containers.filter { $0.instance == service.id }
        let attached = service.volumes.filter { $0.state == "attached" }.map(\.volumeClaimName)
        var broken = own.filter { $0.volumes.sorted() != attached.sorted() }.map {
            "Container \($0.id) of \(service.name) has \($0.volumes) mounted, not \(attached)."
        }
        let runs = own.count(where: \.isRunning)
        let wanted = service.wish == "RUNNING" ? 1 : 0
        if runs != wanted || own.count > 1 {
            broken.append(
                "\(service.name) is to be \(service.wish), and has \(own.count) containers, "
                    + "of which \(runs) run.")
        }
        if service.status != service.wish {
            broken.append("\(service.name) is to be \(service.wish), and is \(service.status).")
        }
        return broken
    }
}
