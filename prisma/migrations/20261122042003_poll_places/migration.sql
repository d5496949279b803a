-- CreateTable
CREATE TABLE "poll_places" (
    "messenger" TEXT NOT NULL,
    "place" TEXT NOT NULL,

    CONSTRAINT "poll_places_pkey" PRIMARY KEY ("messenger")
);
