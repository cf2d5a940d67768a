import Domain
import Testing

@testable import Simulation

/// What must be refused, and is not.
extension OracleTests {
    /// The world takes somebody else for the owner, so that the owner is a stranger to it.
    @Test func aStrangerIsObeyed() throws {
        let broken = try brokenInPlay(after: Self.subscribed) { performance in
            performance.stage.truth.slots[0].customer = Cast.customers - 1
            await performance.provoke()
        }
        #expect(broken == [.s7])
    }

    /// A service whose name is what is said in place of its name.
    @Test func itIsResetWithoutBeingNamed() throws {
        let broken = try brokenInPlay(after: Self.subscribed) { performance in
            try await performance.stage.tamper("UPDATE instances SET name = 'yes'")
            performance.stage.truth.slots[0].name = "yes"
            await performance.provoke()
        }
        #expect(broken == [.s1])
    }

    @Test func whatIsNotRefusedIsBlamed() throws {
        let broken = try brokenInPlay(after: Self.subscribed) { performance in
            await performance.expectRefusal(.s7, "somebody does what they may not") {}
            await performance.expectRefusal(.s1, "somebody tries to") { throw Lost() }
        }
        #expect(broken == [.s7])
    }
}
