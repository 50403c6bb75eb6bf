// What offices ask (S3, S4), a file a subject. As handlers.hpp says; a society has its own field's objects alone, a
// foreign one answers 404 (23); the board has all. Every change shows in the public answers at once after its commit.
#pragma once

#include "server/base/async.hpp"
#include "server/handlers/request_context.hpp"
#include "server/handlers/services.hpp"
#include "server/http/message.hpp"

namespace senkoi::server::handlers {

// programs (S3)
Async<http::Response> officePrograms(RequestContext&, Services&);
Async<http::Response> programsCsv(RequestContext&, Services&);
Async<http::Response> createProgram(RequestContext&, Services&);
Async<http::Response> changeProgram(RequestContext&, Services&);
Async<http::Response> closeProgram(RequestContext&, Services&);
Async<http::Response> importPrograms(RequestContext&, Services&);
http::Response importProgress(RequestContext&, Services&);    // of any of the three imports
Async<http::Response> offersCsv(RequestContext&, Services&);  // their seats by kind (T2)
Async<http::Response> importOffers(RequestContext&, Services&);

// notices, letters and figures
Async<http::Response> officeNotices(RequestContext&, Services&);
Async<http::Response> createNotice(RequestContext&, Services&);
Async<http::Response> changeNotice(RequestContext&, Services&);
Async<http::Response> removeNotice(RequestContext&, Services&);
http::Response undeliveredLetters(RequestContext&, Services&);
Async<http::Response> retryLetter(RequestContext&, Services&);
Async<http::Response> retryLetters(RequestContext&, Services&);
Async<http::Response> progress(RequestContext&, Services&);
Async<http::Response> statistics(RequestContext&, Services&);
Async<http::Response> statisticsCsv(RequestContext&, Services&);

// the board's (S4)
http::Response officeSeason(RequestContext&, Services&);
Async<http::Response> changeSeason(RequestContext&, Services&);
Async<http::Response> beginSeason(RequestContext&, Services&);
Async<http::Response> ceilings(RequestContext&, Services&);
Async<http::Response> publishCeiling(RequestContext&, Services&);
Async<http::Response> publishProposals(RequestContext&, Services&);
Async<http::Response> importPastAdoptions(RequestContext&, Services&);
Async<http::Response> officeKinds(RequestContext&, Services&);  // kinds of seats, limits, classes (T1–T6, T10)
Async<http::Response> changeKinds(RequestContext&, Services&);
Async<http::Response> officeLimits(RequestContext&, Services&);
Async<http::Response> limitsCsv(RequestContext&, Services&);
Async<http::Response> importLimits(RequestContext&, Services&);
Async<http::Response> classedApplicants(RequestContext&, Services&);
Async<http::Response> classifyApplicant(RequestContext&, Services&);
Async<http::Response> releaseOfRound(RequestContext&, Services&);
Async<http::Response> approveRelease(RequestContext&, Services&);
Async<http::Response> takeApprovalBack(RequestContext&, Services&);
Async<http::Response> recipientsCsv(RequestContext&, Services&);
Async<http::Response> importRegionalQuota(RequestContext&, Services&);
Async<http::Response> regionalQuota(RequestContext&, Services&);
Async<http::Response> auditEntries(RequestContext&, Services&);

}  // namespace senkoi::server::handlers
