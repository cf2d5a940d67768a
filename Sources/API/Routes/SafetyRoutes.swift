import Domain
import Hummingbird
import Operations
import Wire

/// `/api/v1/admin`: why nothing is destroyed at present, and what an admin decides about that.
struct SafetyRoutes {
    let plane: ControlPlane
    let reader: RequestReader
    let inventory: InventorySource

    func add(to admin: RouterGroup<CallerContext>) {
        admin.get("holds") { _, context in
            let holds = try await plane.holds(context.caller.actor)
            return JSONReply(PageReply(items: holds.map { HoldReply($0) }))
        }
        admin.post("breaker") { request, context in
            let asked = try await reader.read(BreakerBody.self, from: request, by: context)
            let hold = try await plane.liftBreaker(
                asked.context, confirming: asked.body.confirm,
                minutes: asked.body.minutes ?? 60)
            return JSONReply(HoldReply(hold))
        }
        addQuarantine(to: admin)
        admin.get("clock") { _, context in
            JSONReply(ClockReply(try await plane.clock(context.caller.actor)))
        }
        admin.post("clock") { request, context in
            let asked = try await reader.read(ClockBody.self, from: request, by: context)
            return JSONReply(
                ClockReply(
                    try await plane.acceptClock(
                        asked.context, confirming: asked.body.confirm)))
        }
    }

    private func addQuarantine(to admin: RouterGroup<CallerContext>) {
        admin.get("quarantine") { _, context in
            let report = try await plane.quarantine(
                context.caller.actor, beside: inventory.look())
            return JSONReply(QuarantineReply(report))
        }
        admin.post("quarantine") { request, context in
            let asked = try await reader.read(QuarantineBody.self, from: request, by: context)
            guard let decision = QuarantineDecision(rawValue: asked.body.decision) else {
                throw Refusal.invalid(field: "decision", why: "must be adopt or disown")
            }
            let report = try await plane.decide(
                asked.context, decision, confirming: asked.body.confirm, beside: inventory.look())
            return JSONReply(QuarantineReply(report))
        }
    }
}
