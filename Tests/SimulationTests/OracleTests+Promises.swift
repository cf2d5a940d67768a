import Domain
import TestSupport
import Testing

@testable import Simulation

/// Rows that do not say any more what they said.
extension OracleTests {
    @Test(arguments: Tampering.promises)
    func aPromiseIsBroken(_ tampering: Tampering) throws {
        let broken = try broken(after: tampering.scenes) { stage in
            try await stage.tamper(tampering.sql)
            await stage.look()
        }
        #expect(broken.contains(tampering.breaks), "\(broken)")
    }

    @Test func anUndoBringsNothingBack() throws {
        let undone =
            Self.reset
            + [Scene(.ask(.undoReset, slot: 0, asAdmin: false, isConfirmed: true), pause: 30)]
        let broken = try broken(after: undone) { stage in
            try await stage.tamper(
                """
                INSERT INTO operations SELECT 'z', kind, instance_id, subscription_id,
                    customer_id, requested_by, state, message, created_at, started_at, ended_at,
                    deadline
                FROM operations WHERE kind = 'undo-reset'
                """)
            try await stage.tamper("UPDATE volumes SET state = 'retired'")
            await stage.look()
        }
        #expect(broken.contains(.s5))
    }

    @Test func nothingWasRestarted() throws {
        let restarted =
            Self.subscribed
            + [Scene(.ask(.restart, slot: 0, asAdmin: false, isConfirmed: true), pause: 30)]
        let broken = try broken(after: restarted) { stage in
            stage.promises.runs[2] = stage.world.containers.values.first?.run
            await stage.look()
        }
        #expect(broken == [.s8])
    }

    @Test func whatIsInUseIsDestroyed() throws {
        let broken = try broken(after: Self.subscribed) { stage in
            stage.truth.destroyed.formUnion(stage.world.claims.values.map(\.uid))
            await stage.look()
        }
        #expect(broken == [.s6])
    }

    /// Owners find their data again.
    @Test(arguments: [Operation.Kind.resubscribe, .undoDelete])
    func itIsHadBackWithoutItsData(_ kind: Operation.Kind) throws {
        let deleted =
            Self.subscribed
            + [Scene(.ask(.delete, slot: 0, asAdmin: true, isConfirmed: true), pause: 30)]
        let broken = try broken(after: deleted) { stage in
            var operation = try await stage.rows.read {
                try $0.operations(of: nil, subscription: nil, Page())[0]
            }
            operation.id = OperationID("z")
            operation.kind = kind
            try await stage.rows.write { [operation] rows in
                try rows.insert(operation)
                var volume = try rows.volumes(of: operation.instanceID)[0]
                volume.id = VolumeID("empty")
                volume.claim = ClaimName("empty")
                volume.generation = 9
                volume.uid = nil
                volume.state = .attached
                try rows.insert(volume)
            }
            await stage.look()
        }
        #expect(broken.contains(.s8))
    }
}
