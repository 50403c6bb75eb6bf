// What offices ask (S3, S4), a file a subject. As handlers.hpp says; a society has its own field's objects alone, a
// foreign one answers 404 (23); the board has all. Every change shows in the public answers at once after its commit.
#pragma once

#include "server/base/async.hpp"
#include "server/handlers/app.hpp"
#include "server/handlers/call.hpp"
#include "server/http/message.hpp"

namespace senkoi::server::handlers {

// programs (S3)
Async<http::Response> officePrograms(Call&, App&);
Async<http::Response> programsCsv(Call&, App&);
Async<http::Response> createProgram(Call&, App&);
Async<http::Response> changeProgram(Call&, App&);
Async<http::Response> closeProgram(Call&, App&);
Async<http::Response> importPrograms(Call&, App&);
http::Response importProgress(Call&, App&);  // of any of the three imports

// notices, letters and figures
Async<http::Response> officeNotices(Call&, App&);
Async<http::Response> createNotice(Call&, App&);
Async<http::Response> changeNotice(Call&, App&);
Async<http::Response> removeNotice(Call&, App&);
http::Response undeliveredLetters(Call&, App&);
Async<http::Response> retryLetter(Call&, App&);
Async<http::Response> retryLetters(Call&, App&);
Async<http::Response> progress(Call&, App&);
Async<http::Response> statistics(Call&, App&);
Async<http::Response> statisticsCsv(Call&, App&);

// the board's (S4)
http::Response officeSeason(Call&, App&);
Async<http::Response> changeSeason(Call&, App&);
Async<http::Response> beginSeason(Call&, App&);
Async<http::Response> ceilings(Call&, App&);
Async<http::Response> publishCeiling(Call&, App&);
Async<http::Response> publishProposals(Call&, App&);
Async<http::Response> importPastAdoptions(Call&, App&);
Async<http::Response> releaseOfRound(Call&, App&);
Async<http::Response> approveRelease(Call&, App&);
Async<http::Response> importRegionalQuota(Call&, App&);
Async<http::Response> regionalQuota(Call&, App&);
Async<http::Response> auditEntries(Call&, App&);

}  // namespace senkoi::server::handlers
