import Testing
import Wire

/// What the engine has and Holdfast says are compared both ways.
@Suite struct InventoryTests {
    @Test func strangersAreFound() {
        var inventory = Inventory.sample
        inventory.containers.append(
            .init(id: "c9", instance: nil, isRunning: false, volumes: []))
        inventory.volumes.insert("stray")
        inventory.networks.append("hf-x")
        #expect(
            Judge.discord(inventory) == [
                "Container c9 belongs to nobody.", "Volume stray belongs to nobody.",
                #"There are networks ["hf-x", "hf-x"]."#,
            ])
    }

    @Test func aContainerOfAServiceThatIsGoneIsAStranger() {
        var inventory = Inventory.sample
        inventory.containers[0].instance = "i9"
        #expect(Judge.discord(inventory).contains("Container c1 belongs to nobody."))
    }

    @Test func missingVolumesAreFound() {
        var inventory = Inventory.sample
        inventory.volumes.remove("g1")
        #expect(Judge.discord(inventory) == ["Volume g1 (Bound) is missing."])
    }

    @Test func aVolumeThatWasDestroyedIsNotThereAndIsNotMissed() {
        var inventory = Inventory.sample
        inventory.services[0].volumes[1].state = "destroyed"
        #expect(Judge.discord(inventory) == ["Volume g1 belongs to nobody."])
        inventory.volumes.remove("g1")
        #expect(Judge.discord(inventory) == [])
    }

    @Test func aVolumeThatIsCalledLostIsFound() {
        var inventory = Inventory.sample
        inventory.services[0].volumes[0].volumeStatus = "Lost"
        #expect(Judge.discord(inventory) == ["Volume g2 (Lost) is missing."])
    }

    @Test func aSecondContainerIsFound() {
        var inventory = Inventory.sample
        inventory.containers.append(inventory.containers[0])
        #expect(
            Judge.discord(inventory) == [
                "isso is to be RUNNING, and has 2 containers, of which 2 run."
            ])
    }

    @Test func aContainerOnARetiredVolumeIsFound() {
        var inventory = Inventory.sample
        inventory.containers[0].volumes = ["g1"]
        #expect(
            Judge.discord(inventory) == [
                #"Container c1 of isso has ["g1"] mounted, not ["g2"]."#
            ])
    }

    @Test func aWishThatIsNotTrueIsFound() {
        var inventory = Inventory.sample
        inventory.services[0].wish = "STOPPED"
        #expect(
            Judge.discord(inventory) == [
                "isso is to be STOPPED, and has 1 containers, of which 1 run.",
                "isso is to be STOPPED, and is RUNNING.",
            ])
        inventory.services[0].status = "STOPPED"
        inventory.containers[0].isRunning = false
        #expect(Judge.discord(inventory) == [])
    }
}
