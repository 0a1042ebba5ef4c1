"""The addresses of this room, under each language."""

from django.urls import path

from palermo.web.public import views

app_name = "public"
urlpatterns = [
    path("", views.home, name="home"),
    path("search/", views.search, name="search"),
    path("about/", views.about, name="about"),
]
