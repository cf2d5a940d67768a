import Wire

extension VolumeRoutes {
    static let contract = [
        Endpoint(
            .get, "/api/v1/admin/volumes/{id}/whereabouts", "showWhereabouts",
            "Where a volume's bytes are."
        )
        .telling(
            """
            Where somebody has removed the object by which the engine reaches them, the `manifest` \
            makes it anew, for this volume alone; the bytes are left as they are.
            """
        )
        .open(to: .admin).takes(.volume)
        .answers(WhereaboutsReply.self, "As the engine last told it.")
    ]
}
