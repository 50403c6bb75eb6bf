"""An application for whoever the cookie names, by Django's own means: models, a view, a transaction. Settings come by the environment."""
import json
import os
import time

import django
from django.conf import settings

settings.configure(
    ALLOWED_HOSTS=["127.0.0.1"],
    DATABASES={"default": {
        "ENGINE": "django.db.backends.postgresql", "NAME": "postgres", "USER": "postgres", "HOST": os.environ["BENCH_SOCKET"], "CONN_MAX_AGE": None,
    }},
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    MIDDLEWARE=["django.middleware.security.SecurityMiddleware", "django.middleware.common.CommonMiddleware"],
    ROOT_URLCONF=__name__,
    SECRET_KEY="bench",
)
django.setup()

from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.db import models, transaction  # noqa: E402
from django.http import HttpResponse, JsonResponse  # noqa: E402
from django.urls import path  # noqa: E402
from django.views.decorators.csrf import csrf_exempt  # noqa: E402
from django.views.decorators.http import require_POST  # noqa: E402


class Program(models.Model):
    applicants = models.BigIntegerField(default=0)

    class Meta:
        app_label, db_table, managed = "bench", "program", False


class Application(models.Model):
    user_id = models.TextField()
    round = models.IntegerField()
    program = models.BigIntegerField()
    state = models.TextField()
    applied_at = models.BigIntegerField()

    class Meta:
        app_label, db_table, managed = "bench", "application", False


with open(os.environ["BENCH_PEOPLE"], encoding="utf-8") as people:
    sessions = {token: user for user, token in (line.split() for line in people)}


@csrf_exempt
@require_POST
def apply(request):
    user = sessions.get(request.COOKIES.get("senkoi"))
    if user is None:
        return HttpResponse(status=401)
    program = json.loads(request.body)["program_id"]
    with transaction.atomic():
        made = Application.objects.create(user_id=user, round=1, program=program, state="applied", applied_at=int(time.time() * 1000))
        Program.objects.filter(pk=program).update(applicants=models.F("applicants") + 1)
    told = {"id": made.id, "round": 1, "program": program, "state": made.state, "applied_at": made.applied_at}
    return JsonResponse({"application": told}, status=201)


urlpatterns = [path("api/v1/me/applications", apply)]
application = get_wsgi_application()
